package fr.aubette.routes;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class DispatchRouteFileTest {

    /** Stands for the stage. */
    public static final class Stage {
        public String dispatch(String former) {
            return former + ", decided";
        }
    }

    @Test
    void handsOverWhatWasDecided() throws Exception {
        try (CamelContext camel = RouteFile.load("60-dispatch.camel.yaml", Map.of("dispatching", new Stage()))) {
            AdviceWith.adviceWith(
                    camel,
                    "dispatch-matters",
                    r -> r.weaveById("on-to-record").replace().to("mock:next"));
            camel.start();
            MockEndpoint next = camel.getEndpoint("mock:next", MockEndpoint.class);
            next.expectedBodiesReceived("a contact, decided");

            camel.createProducerTemplate().sendBody("direct:dispatch", "a contact");

            next.assertIsSatisfied();
        }
    }
}
