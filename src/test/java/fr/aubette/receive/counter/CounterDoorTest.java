package fr.aubette.receive.counter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.intake.IntakeUnavailable;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class CounterDoorTest {

    @Test
    void saysThatItIsClosedWhileItsRouteIsStopped() throws Exception {
        try (DefaultCamelContext camel = withRoute()) {
            camel.start();
            CounterDoor door = door(camel);
            camel.getRouteController().stopRoute("receive-counter-accueil");

            assertThatThrownBy(() -> door.take("anne", new byte[0])).isInstanceOf(IntakeUnavailable.class);
        }
    }

    @Test
    void saysThatItIsClosedBeforeTheRoutesAreStarted() throws Exception {
        try (DefaultCamelContext camel = withRoute()) {
            camel.build();
            CounterDoor door = door(camel);

            assertThatThrownBy(() -> door.take("anne", new byte[0])).isInstanceOf(IntakeUnavailable.class);
        }
    }

    private static CounterDoor door(DefaultCamelContext camel) {
        return new CounterDoor(camel.createProducerTemplate(), new CounterSettings("accueil", Duration.ofDays(30)));
    }

    private static DefaultCamelContext withRoute() throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:receive-counter-accueil")
                        .routeId("receive-counter-accueil")
                        .to("mock:taken");
            }
        });
        return camel;
    }
}
