package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.identify.CitizenDirectory;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.RawItem;
import fr.aubette.thread.OpenMatters;
import fr.aubette.ticket.TicketBook;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stage that fails after its write leaves no row behind but one in quarantine. */
@HubTest
@Import(StageFailsIT.WithTripwires.class)
class StageFailsIT {

    /** All that a journey writes beside the intake itself. */
    private static final List<String> WRITTEN = List.of(
            "citizen",
            "identity_key",
            "citizen_fact",
            "citizen_key",
            "citizen_form",
            "identity_question",
            "ticket",
            "attribution",
            "deadline",
            "ticket_event",
            "contact",
            "ticket_contact",
            "ticket_message",
            "ticket_case_file",
            "incident_report",
            "decision",
            "outbox");

    /** With the wires in place. */
    @TestConfiguration(proxyBeanMethods = false)
    static class WithTripwires {
        @Bean
        static Tripwires tripwires() {
            return new Tripwires();
        }
    }

    @Autowired
    Tripwires tripwires;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    /** About a road: a directorate that has a queue leads. */
    private static final String POTHOLE = "Un nid de poule profond sur la RD 12, la chaussée est abîmée.";

    private String openTicket = "";

    static Stream<String> steps() {
        Stream<String> writes = Stream.of(CitizenDirectory.class, OpenMatters.class, TicketBook.class)
                .flatMap(port -> Arrays.stream(port.getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .map(method -> port.getSimpleName() + "." + method.getName()));
        Stream<String> stages = Stream.of(
                "StreamBook.claim",
                "Normalisation.normalise",
                "Identification.identify",
                "TicketThreading.thread",
                "Dispatcher.dispatch",
                "Recording.record");
        return Stream.concat(stages, writes).distinct();
    }

    @BeforeEach
    void openOneTicket() {
        Taken taken = intake.take(item("Lefevre", "lefevre@example.org", "Bonjour"));
        awaitOutcome(taken, "opened");
        openTicket = jdbc.sql("""
                        select t.number from ticket t join ticket_contact tc on tc.ticket_id = t.id
                        join contact c on c.id = tc.contact_id where c.intake_id = ?
                        """).param(taken.id().value()).query(String.class).single();
    }

    @AfterEach
    void disarm() {
        tripwires.disarm();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void leavesNoRowButOneInQuarantine(String step) {
        String somebody = "p" + UUID.randomUUID() + "@example.org";
        int opening = tries(step, item("Nouveau", somebody, POTHOLE), "opened");
        int joining = tries(step, item("Lefevre", "lefevre@example.org", "Au sujet de " + openTicket), "joined");

        assertThat(opening + joining).as("times that " + step + " was met").isPositive();
        assertThat(balance()).isZero();
    }

    @Test
    @DisplayName("P1 the source is told taken only after the commit")
    void tellsNobodyTakenWhenTheRegisterFailsAfterItsCommitAndStillKeepsOneIntake() {
        RawItem item = item("Double", "double@example.org", "Une fois");
        tripwires.arm("IntakeBook.enter");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> intake.take(item))
                .isInstanceOf(IllegalStateException.class);
        tripwires.disarm();

        Taken again = intake.take(item);

        assertThat(again.first()).isFalse();
        awaitOutcome(again, "opened");
        assertThat(jdbc.sql("select count(*) from intake where reference = ?")
                        .param(item.reference())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** Sends one item with the step armed; all that it may leave is checked. */
    private int tries(String step, RawItem item, String otherwise) {
        awaitEmptyOutbox();
        Map<String, Long> before = rows();
        tripwires.arm(step);
        Taken taken = intake.take(item);
        String outcome = awaitEnd(taken);
        int tripped = tripwires.tripped();
        tripwires.disarm();
        awaitEmptyOutbox();
        if (tripped == 0) {
            assertThat(outcome).isEqualTo(otherwise);
            return 0;
        }
        assertThat(outcome).isEqualTo("quarantined");
        assertThat(rows()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from quarantine where intake_id = ? and reason like '%tripped after%'")
                        .param(taken.id().value())
                        .query(Long.class)
                        .single())
                .isOne();
        return tripped;
    }

    private Map<String, Long> rows() {
        Map<String, Long> counts = new LinkedHashMap<>();
        WRITTEN.forEach(table -> counts.put(
                table,
                jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return counts;
    }

    private long balance() {
        return jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                .query(Long.class)
                .single();
    }

    private void awaitEmptyOutbox() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("select count(*) from outbox")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private void awaitOutcome(Taken taken, String outcome) {
        assertThat(awaitEnd(taken)).isEqualTo(outcome);
    }

    private String awaitEnd(Taken taken) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> jdbc.sql("select coalesce(outcome, '') from intake where id = ?")
                                .param(taken.id().value())
                                .query(String.class)
                                .single(),
                        outcome -> !outcome.isEmpty());
    }

    private static RawItem item(String lastName, String mail, String text) {
        return PlainItems.item(UUID.randomUUID().toString(), lastName, mail, text);
    }
}
