package fr.aubette.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.embedded.BrokerServer;
import fr.aubette.hub.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConsumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that come and go with their condition. */
class GatedRoutesTest {

    /** Each consumer waits so long for its next message. */
    private static final int WAIT_MILLIS = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int BROKER = 98;
    private static final List<String> DIRECTORATES = List.of("A", "B", "C", "D", "E");

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final GatedRoutes gates = new GatedRoutes();

    @Test
    void stop_together_however_many_queues_they_read(@TempDir Path folder) throws Exception {
        try (BrokerServer broker = new BrokerServer(folder, BROKER, Ports.free(), Ports.free(), DIRECTORATES);
                CamelContext camel = camel(broker.password("aubette"))) {
            camel.start();
            gates.start();
            await().atMost(PATIENCE).until(() -> started(camel) == DIRECTORATES.size());

            open.set(false);

            await().atMost(PATIENCE).until(() -> started(camel) < DIRECTORATES.size());
            assertThat(reading(camel)).isZero();
            await().atMost(PATIENCE).until(() -> started(camel) == 0);
            open.set(true);
            await().atMost(PATIENCE).until(() -> started(camel) == DIRECTORATES.size());
            gates.stop();
            gates.rest();
            assertThat(reading(camel)).isZero();
        }
    }

    private CamelContext camel(String password) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.addComponent(
                "jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory("vm://" + BROKER, "aubette", password)));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String each : DIRECTORATES) {
                    from("jms:queue:aubette.directorate." + each + "?receiveTimeout=" + WAIT_MILLIS)
                            .routeId(each)
                            .routePolicy(new WhileStoreAnswers(gates, open::get))
                            .log("read");
                }
            }
        });
        return camel;
    }

    /** Of the consumers, those that would still take a message. */
    private static long reading(CamelContext camel) throws Exception {
        long reading = 0;
        for (String each : DIRECTORATES) {
            JmsConsumer consumer = (JmsConsumer) camel.getRoute(each).getConsumer();
            reading += consumer.getListenerContainer().isRunning() ? 1 : 0;
        }
        return reading;
    }

    private static long started(CamelContext camel) {
        return DIRECTORATES.stream()
                .filter(each -> camel.getRouteController().getRouteStatus(each).isStarted())
                .count();
    }
}
