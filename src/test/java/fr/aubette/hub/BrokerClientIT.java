package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import fr.aubette.embedded.BrokerServer;
import fr.aubette.embedded.EmbeddedSettings;
import fr.aubette.intake.Intake;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A directorate's own software, played by an AMQP 1.0 client that is not ours. */
@HubTest
class BrokerClientIT {

    private static final String DIRECTORATE = "MOBILITES_VOIRIE";
    private static final long WAIT_MILLIS = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    BrokerServer broker;

    @Autowired
    EmbeddedSettings settings;

    @Test
    void takesItsTicketsAndHearsEventsInTheDocumentedShape() throws Exception {
        try (Connection connection = connect();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            MessageConsumer events = session.createConsumer(session.createTopic("aubette.events"));
            MessageConsumer tickets = session.createConsumer(session.createQueue("aubette.directorate." + DIRECTORATE));
            connection.start();

            String subject = "Nid de poule sur la RD 12 " + UUID.randomUUID();
            intake.take(Items.mail(subject, "Un nid de poule profond sur la RD 12, chaussée abîmée."));

            JsonNode ticket = next(tickets, "subject", subject);
            JsonNode event = next(events, "subject", ticket.path("ticket").asText());
            assertThat(schema("directorate-message.json").validate(ticket)).isEmpty();
            assertThat(schema("ticket-event.json").validate(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("chaussée", "RD 12");
        }
    }

    @Test
    void reportsThatATicketIsTakenAndIsToldWhatCannotBeFollowed() throws Exception {
        try (Connection connection = connect();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            MessageConsumer tickets = session.createConsumer(session.createQueue("aubette.directorate." + DIRECTORATE));
            connection.start();
            String subject = "Chaussée abîmée " + UUID.randomUUID();
            intake.take(Items.mail(subject, "Un nid de poule profond sur la RD 14, chaussée abîmée."));
            String number = next(tickets, "subject", subject).path("ticket").asText();

            report(session, "{\"ticket\": \"" + number + "\", \"type\": \"taken\"}");
            await().atMost(Duration.ofSeconds(20)).until(() -> status(number).equals("taken"));

            report(session, "{\"ticket\": \"AUB-2026-999999-A\", \"type\": \"taken\"}");
            JsonNode answer = next(tickets, "type", "update-refused");
            assertThat(schema("directorate-message.json").validate(answer)).isEmpty();
        }
    }

    /** The next message with this value; those before it belong to other tests of the same hub. */
    private static JsonNode next(MessageConsumer consumer, String field, String value) throws Exception {
        for (TextMessage each = (TextMessage) consumer.receive(WAIT_MILLIS);
                each != null;
                each = (TextMessage) consumer.receive(WAIT_MILLIS)) {
            JsonNode message = JSON.readTree(each.getText());
            if (message.path(field).asText().equals(value)) {
                return message;
            }
        }
        throw new AssertionError("no message with " + field + " " + value);
    }

    private static void report(Session session, String update) throws JMSException {
        session.createProducer(session.createQueue("aubette.updates." + DIRECTORATE))
                .send(session.createTextMessage(update));
    }

    private String status(String number) {
        return jdbc.sql("select status from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    @Test
    void cannotReadAnotherDirectoratesQueue() throws JMSException {
        try (Connection connection = connect();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            assertThatThrownBy(() -> session.createConsumer(session.createQueue("aubette.directorate.ENFANCE_FAMILLE")))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void isRefusedWithAWrongPassword() {
        JmsConnectionFactory factory = new JmsConnectionFactory(DIRECTORATE, "wrong", uri());
        assertThatThrownBy(factory::createConnection).isInstanceOf(JMSException.class);
    }

    private Connection connect() throws JMSException {
        return new JmsConnectionFactory(DIRECTORATE, broker.password(DIRECTORATE), uri()).createConnection();
    }

    private String uri() {
        return "amqp://127.0.0.1:" + settings.amqpPort();
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schemas", name)));
    }
}
