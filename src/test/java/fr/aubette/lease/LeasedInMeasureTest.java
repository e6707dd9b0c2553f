package fr.aubette.lease;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P6 overload slows the sources")
class LeasedInMeasureTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final AtomicBoolean storeAnswers = new AtomicBoolean(true);
    private final AtomicBoolean tooMuch = new AtomicBoolean();
    private final GatedRoutes gates = new GatedRoutes();

    @Test
    void aMailboxWaitsWhileTooMuchIsInFlightOrPostgresqlIsAway() throws Exception {
        Leases leases = new Leases(new EveryLease());
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("timer:mailbox?period=1000")
                            .routeId("receive-mail-contact")
                            .routePolicy(new LeasedInMeasure(gates, storeAnswers::get, leases, tooMuch::get))
                            .log("looked");
                }
            });
            camel.start();
            gates.start();

            await().atMost(LIMIT).until(() -> status(camel).isStarted());
            tooMuch.set(true);
            await().atMost(LIMIT).until(() -> status(camel).isStopped());
            tooMuch.set(false);
            await().atMost(LIMIT).until(() -> status(camel).isStarted());
            storeAnswers.set(false);
            await().atMost(LIMIT).until(() -> status(camel).isStopped());
        } finally {
            gates.stop();
        }
    }

    private static ServiceStatus status(DefaultCamelContext camel) {
        return camel.getRouteController().getRouteStatus("receive-mail-contact");
    }

    /** A hub that is alone. */
    private static final class EveryLease implements LeaseRows {
        @Override
        public boolean acquire(String name, Duration length) {
            return true;
        }

        @Override
        public void releaseAll() {
            // nothing is held
        }
    }
}
