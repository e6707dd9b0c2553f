package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.desk.DeskData;
import fr.aubette.model.Form;
import fr.aubette.model.Person;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What a directorate's own software did not read in time. */
@HubTest
class MissedIT {

    private static final String QUEUE = "aubette.directorate.CULTURE";

    @Autowired
    DeskData data;

    @Autowired
    ConnectionFactory broker;

    @Autowired
    TestRestTemplate http;

    @Autowired
    MeterRegistry meters;

    private String ticket = "";

    @BeforeEach
    void fill() {
        data.clear();
        data.person("admin", "Admin", fr.aubette.access.Right.everywhere(fr.aubette.access.Right.Kind.ADMINISTRATOR));
        data.agent("culture", "Culture", "CULTURE");
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE");
        DeskData.Draft draft =
                data.ticket("CULTURE_PATRIMOINE", "CULTURE", "Une visite").open("Anne", "Test");
        draft.said(new Form("contact", Optional.empty(), Map.of()), Instant.now(), Person.unknown(), "Une visite.");
        ticket = draft.number();
    }

    @Test
    void isListedForAdministratorsAndItsOwnPeopleAndNobodyElse() {
        try (JMSContext context = broker.createContext()) {
            send(context, "{\"type\":\"ticket-opened\",\"ticket\":\"" + ticket + "\"}");
            send(context, "not JSON at all");
        }

        await().atMost(Duration.ofSeconds(40)).until(() -> missed("admin").size() == 2);
        assertThat(missed("culture"))
                .extracting(each -> each.get("directorate"), each -> each.get("kind"), each -> each.get("ticket"))
                .contains(org.assertj.core.groups.Tuple.tuple("CULTURE", "ticket-opened", ticket));
        assertThat(missed("admin")).extracting(each -> each.get("ticket")).containsOnlyNulls();
        assertThat(missed("voirie")).isEmpty();
        assertThat(as("voirie")
                        .getForEntity("/api/missed?directorate=CULTURE", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void showsInHealthAndInTheMetricsWhileItWaits() {
        try (JMSContext context = broker.createContext()) {
            drain(context);
            context.createProducer().send(context.createQueue(QUEUE), "{\"type\":\"ticket-opened\"}");

            await().atMost(Duration.ofSeconds(20)).until(() -> gauge("messages") == 1);
            assertThat(gauge("oldest")).isLessThan(20);
            assertThat(gauge("readers")).isZero();
            assertThat(http.getForObject("/actuator/health/whole", String.class))
                    .contains("\"CULTURE\":{\"messages\":1,\"oldestSeconds\":");
            drain(context);
        }
    }

    private double gauge(String name) {
        Gauge found = meters.find("aubette.directorate.queue." + name)
                .tag("directorate", "CULTURE")
                .gauge();
        return found == null ? -1 : found.value();
    }

    /** With a time of its own, then asked for: the broker looks at what has run out when somebody reads. */
    private static void send(JMSContext context, String body) {
        context.createProducer().setTimeToLive(1).send(context.createQueue(QUEUE), body);
        drain(context);
    }

    private static void drain(JMSContext context) {
        try (var queue = context.createConsumer(context.createQueue(QUEUE))) {
            while (queue.receive(500) != null) {
                // another test's
            }
        }
    }

    private TestRestTemplate as(String login) {
        return http.withBasicAuth(login, DeskData.PASSWORD);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> missed(String login) {
        return (List<Map<String, Object>>)
                as(login).getForObject("/api/missed", Map.class).get("messages");
    }
}
