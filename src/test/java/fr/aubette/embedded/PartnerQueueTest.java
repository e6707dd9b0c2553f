package fr.aubette.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.Ports;
import fr.aubette.routes.RouteFile;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's own software, played by an AMQP 1.0 client that is not ours, on a broker that knows two partners. */
class PartnerQueueTest {

    private static final int ID = 83;
    private static final String REQUEST = "{\"article\": \"CRPA L114-2\"}";
    private static final String REPORT = "{\"type\": \"accepted\"}";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private int port;
    private BrokerServer broker;

    @BeforeEach
    void start() throws IOException {
        port = Ports.free();
        broker = new BrokerServer(folder, ID, port, Ports.free(), 16L << 20, List.of(), List.of("MSA", "CAF"));
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
    }

    @Test
    void takesItsRequestsFromItsQueueAndReportsOfThem() throws Exception {
        try (CamelContext camel = RouteFile.load(
                        "69-read-partner-queue.camel.yaml",
                        Map.of("partnerReports", new Reports(), "whileStoreAnswers", new RoutePolicySupport() {}));
                Connection partner = partner("MSA");
                Session session = partner.createSession(Session.AUTO_ACKNOWLEDGE)) {
            camel.addComponent("jms", JmsComponent.jmsComponent(hub()));
            TemplatedRouteBuilder.builder(camel, "read-partner-queue")
                    .routeId("reports")
                    .prefixId("reports")
                    .parameter("partner", "MSA")
                    .add();
            camel.start();
            partner.start();

            camel.createProducerTemplate().sendBody("jms:queue:aubette.partner.MSA", REQUEST);
            MessageConsumer requests = session.createConsumer(session.createQueue("aubette.partner.MSA"));
            assertThat(((TextMessage) requests.receive(20_000)).getText()).isEqualTo(REQUEST);

            session.createProducer(session.createQueue("aubette.updates.partner.MSA"))
                    .send(session.createTextMessage(REPORT));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(heard).containsExactly("MSA " + REPORT));
        }
    }

    @Test
    void neitherReadsNorReportsForAnotherPartnerNorWritesToItself() throws JMSException {
        try (Connection partner = partner("MSA");
                Session session = partner.createSession(Session.AUTO_ACKNOWLEDGE)) {
            assertThatThrownBy(() -> session.createConsumer(session.createQueue("aubette.partner.CAF")))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> session.createConsumer(session.createQueue("aubette.intakes")))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> session.createProducer(session.createQueue("aubette.updates.partner.CAF"))
                            .send(session.createTextMessage(REPORT)))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> session.createProducer(session.createQueue("aubette.partner.MSA"))
                            .send(session.createTextMessage(REQUEST)))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void findsItsRequestsAfterTheBrokerHasStartedAgain() throws Exception {
        try (Connection connection = hub().createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue("aubette.partner.CAF")).send(session.createTextMessage(REQUEST));
        }
        broker.close();
        start();

        try (Connection partner = partner("CAF");
                Session session = partner.createSession(Session.AUTO_ACKNOWLEDGE)) {
            partner.start();
            MessageConsumer requests = session.createConsumer(session.createQueue("aubette.partner.CAF"));
            assertThat(((TextMessage) requests.receive(20_000)).getText()).isEqualTo(REQUEST);
        }
    }

    /** Stands for the bean of this name. */
    public final class Reports {

        public void hear(String body, String partner) {
            heard.add(partner + " " + body);
        }
    }

    private ActiveMQConnectionFactory hub() {
        return new ActiveMQConnectionFactory("vm://" + ID, BrokerServer.HUB, broker.password(BrokerServer.HUB));
    }

    private Connection partner(String code) throws JMSException {
        String account = "partner." + code;
        return new JmsConnectionFactory(account, broker.password(account), "amqp://127.0.0.1:" + port)
                .createConnection();
    }
}
