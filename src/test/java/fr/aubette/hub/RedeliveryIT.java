package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.intake.Intake;
import fr.aubette.intake.Queues;
import fr.aubette.intake.Taken;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The broker may deliver what is done: nothing happens then. */
@HubTest
class RedeliveryIT {

    private static final int TIMES = 12;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionFactory broker;

    @Test
    void handlesAnIntakeOnceHoweverOftenItIsAnnounced() {
        Taken taken = intake.take(PlainItems.item(UUID.randomUUID().toString(), "Bis", "bis@example.org", "Bonjour"));
        try (JMSContext context = broker.createContext()) {
            Queue queue = context.createQueue(Queues.ORDINARY);
            for (int time = 0; time < TIMES; time++) {
                context.createProducer().send(queue, taken.id().value().toString());
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(context, queue) == 0 && ended(taken));
        }

        assertThat(count("select count(*) from contact where intake_id = ?", taken))
                .isOne();
        assertThat(count("select count(*) from quarantine where intake_id = ?", taken))
                .isZero();
        assertThat(jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private boolean ended(Taken taken) {
        return count("select count(*) from intake where outcome = 'opened' and id = ?", taken) == 1;
    }

    private long count(String sql, Taken taken) {
        return jdbc.sql(sql).param(taken.id().value()).query(Long.class).single();
    }

    private static int waiting(JMSContext context, Queue queue) {
        try (var browser = context.createBrowser(queue)) {
            return java.util.Collections.list(browser.getEnumeration()).size();
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
