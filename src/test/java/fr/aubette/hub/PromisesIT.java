package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.quarantine.QuarantineBook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub promises, on real PostgreSQL and Artemis. P1 and P6 to P7 have tests of their own. */
@HubTest
class PromisesIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Autowired
    Intake intake;

    @Autowired
    QuarantineBook quarantine;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("P2 every contact ends as exactly one of the outcomes, P8 and the equation holds")
    void everyContactEndsOnce() {
        RawItem first = Items.mail("Nid de poule", "Un nid de poule profond sur la RD 12.");
        Taken opened = intake.take(first);
        awaitOutcome(opened, "opened");
        Taken joined =
                intake.take(Items.mail("Suite", "Au sujet de " + number(opened) + ", toujours le nid de poule."));
        Taken suppressed = intake.take(
                raw("From: a@example.org\r\nSubject: Absence\r\nAuto-Submitted: auto-replied\r\n\r\nAbsent."));
        Taken quarantined = intake.take(raw(""));

        awaitOutcome(joined, "joined");
        awaitOutcome(suppressed, "suppressed");
        awaitOutcome(quarantined, "quarantined");
        QuarantineBook.Entry entry = quarantine.open(100).stream()
                .filter(each -> each.intake().equals(quarantined.id()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.reason()).isNotBlank();
        assertThat(quarantine.discard(entry.id(), "anne", "fichier vide", Instant.now()))
                .isTrue();
        awaitOutcome(quarantined, "rejected");
        await().atMost(LIMIT).until(this::unaccounted, missing -> missing == 0);
    }

    @Test
    @DisplayName("P3 the same source item delivered n times at once is one intake and one ticket")
    void theSameItemIsOneIntake() throws Exception {
        RawItem item = Items.mail("Chaussée " + UUID.randomUUID(), "Un nid de poule profond sur la RD 12.");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Taken>> takes = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            takes.add(threads.submit(() -> intake.take(item)));
        }
        List<Taken> taken = new ArrayList<>();
        for (Future<Taken> each : takes) {
            taken.add(each.get());
        }
        threads.shutdown();

        assertThat(taken).extracting(Taken::id).containsOnly(taken.get(0).id());
        assertThat(taken).filteredOn(Taken::first).hasSize(1);
        awaitOutcome(taken.get(0), "opened");
    }

    @Test
    @DisplayName("P5 the events of a ticket have places without gaps, each with an id of its own")
    void eventsAreInOrderPerTicket() {
        Taken opened = intake.take(Items.mail("Chaussée", "Un nid de poule profond sur la RD 12."));
        awaitOutcome(opened, "opened");
        String number = number(opened);
        List<Taken> replies = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            replies.add(intake.take(Items.mail("Suite " + n, "Demande " + number + " : toujours le nid de poule.")));
        }
        replies.forEach(each -> awaitOutcome(each, "joined"));

        List<Long> places = jdbc.sql("""
                        select e.seq from ticket_event e join ticket t on t.id = e.ticket_id
                        where t.number = ? order by e.seq
                        """).param(number).query(Long.class).list();
        assertThat(places).hasSize(21).first().isEqualTo(1L);
        assertThat(places).last().isEqualTo(21L);
        await().atMost(LIMIT)
                .until(
                        () -> jdbc.sql("select count(*) from outbox where group_key = ?")
                                .param(number)
                                .query(Long.class)
                                .single(),
                        waiting -> waiting == 0);
    }

    private long unaccounted() {
        return jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                .query(Long.class)
                .single();
    }

    private String number(Taken taken) {
        return jdbc.sql("""
                        select t.number from ticket t join ticket_contact tc on tc.ticket_id = t.id
                        join contact c on c.id = tc.contact_id where c.intake_id = ?
                        """).param(taken.id().value()).query(String.class).single();
    }

    private void awaitOutcome(Taken taken, String outcome) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(jdbc.sql("select outcome from intake where id = ?")
                                .param(taken.id().value())
                                .query(String.class)
                                .optional())
                        .contains(outcome));
    }

    private static RawItem raw(String mail) {
        return new RawItem(
                ChannelKind.MAIL,
                "contact",
                UUID.randomUUID().toString(),
                Instant.now(),
                "message/rfc822",
                Map.of(),
                Content.of(mail.getBytes(StandardCharsets.UTF_8)));
    }
}
