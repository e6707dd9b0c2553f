package fr.aubette.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.embedded.BrokerServer;
import fr.aubette.hub.Ports;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the broker about a directorate's queue. */
class QueueQuestionsTest {

    private static final int ID = 96;

    @TempDir
    Path folder = Path.of("");

    @Test
    void tells_how_it_stands_to_the_hub_and_nothing_to_a_directorate() throws Exception {
        try (BrokerServer broker = new BrokerServer(folder, ID, Ports.free(), Ports.free(), List.of("APA", "MDPH"));
                Connection hub = connection(broker, "aubette");
                Connection directorate = connection(broker, "APA")) {
            send(hub, "aubette.directorate.APA");
            send(hub, "aubette.directorate.APA");

            try (QueueQuestions questions = new QueueQuestions(hub)) {
                QueueDepth depth = questions.depth("APA").orElseThrow();
                assertThat(depth.messages()).isEqualTo(2);
                assertThat(depth.oldest()).isPresent();
                assertThat(depth.readers()).isZero();
                assertThat(questions.depth("MDPH").orElseThrow().oldest()).isEmpty();
                assertThat(questions.depth("NOBODY")).isEmpty();
            }
            assertThatThrownBy(() -> new QueueQuestions(directorate).depth("APA"))
                    .isInstanceOf(JMSSecurityException.class);
        }
    }

    private static void send(Connection connection, String queue) throws JMSException {
        try (Session session = connection.createSession()) {
            session.createProducer(session.createQueue(queue)).send(session.createTextMessage("{}"));
        }
    }

    private static Connection connection(BrokerServer broker, String account) throws JMSException {
        return new ActiveMQConnectionFactory("vm://" + ID, account, broker.password(account)).createConnection();
    }
}
