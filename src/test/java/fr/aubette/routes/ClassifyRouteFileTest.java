package fr.aubette.routes;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class ClassifyRouteFileTest {

    /** Stands for the stage. */
    public static final class Stage {
        public String classify(String former) {
            return former + ", decided";
        }
    }

    @Test
    void handsOverWhatWasDecided() throws Exception {
        try (CamelContext camel = RouteFile.load("40-classify.camel.yaml", Map.of("classification", new Stage()))) {
            AdviceWith.adviceWith(
                    camel,
                    "classify-contact",
                    r -> r.weaveById("on-to-thread").replace().to("mock:next"));
            camel.start();
            MockEndpoint next = camel.getEndpoint("mock:next", MockEndpoint.class);
            next.expectedBodiesReceived("a contact, decided");

            camel.createProducerTemplate().sendBody("direct:classify", "a contact");

            next.assertIsSatisfied();
        }
    }
}
