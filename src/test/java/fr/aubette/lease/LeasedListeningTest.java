package fr.aubette.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

@DisplayName("P7 PostgreSQL that is away does not make the telephone deaf")
class LeasedListeningTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final AtomicInteger starts = new AtomicInteger();
    private volatile BooleanSupplier answer = () -> true;

    @Test
    void aLineIsListenedToUntilAnotherHubIsKnownToDoSo() throws Exception {
        GatedRoutes gates = new GatedRoutes();
        Leases leases = new Leases(new Answering());
        leases.start();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(route(gates, leases));
            camel.start();
            gates.start();
            await().atMost(LIMIT).until(() -> status(camel).isStarted());

            answer = () -> {
                throw new DataAccessResourceFailureException("away");
            };
            await().atMost(LIMIT).until(() -> !leases.holds("receive-phone-standard"));
            assertThat(status(camel).isStarted()).isTrue();
            answer = () -> true;
            await().atMost(LIMIT).until(() -> leases.holds("receive-phone-standard"));
            assertThat(starts).as("it never stopped").hasValue(1);

            answer = () -> false;
            await().atMost(LIMIT).until(() -> status(camel).isStopped());
        } finally {
            gates.stop();
            leases.stop();
        }
    }

    @Test
    void aLineIsListenedToFromAStartWithoutPostgresql() throws Exception {
        answer = () -> {
            throw new DataAccessResourceFailureException("away");
        };
        GatedRoutes gates = new GatedRoutes();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(route(gates, new Leases(new Answering())));
            camel.start();
            gates.start();

            await().atMost(LIMIT).until(() -> status(camel).isStarted());
        } finally {
            gates.stop();
        }
    }

    private RouteBuilder route(GatedRoutes gates, Leases leases) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:line?repeatCount=1&delay=0")
                        .routeId("receive-phone-standard")
                        .routePolicy(new LeasedListening(gates, leases))
                        .process(exchange -> starts.incrementAndGet());
            }
        };
    }

    private static ServiceStatus status(DefaultCamelContext camel) {
        return camel.getRouteController().getRouteStatus("receive-phone-standard");
    }

    private final class Answering implements LeaseRows {
        @Override
        public boolean acquire(String name, Duration length) {
            return answer.getAsBoolean();
        }

        @Override
        public void releaseAll() {
            // nothing is held
        }
    }
}
