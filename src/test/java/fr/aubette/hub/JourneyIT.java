package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.quarantine.Reevaluation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journey through real PostgreSQL and Artemis: what is taken ends once, and the books balance. */
@HubTest
class JourneyIT {

    @Autowired
    Intake intake;

    @Autowired
    Reevaluation reevaluation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesTheSameItemOnce() {
        RawItem item = form("{}");

        Taken first = intake.take(item);
        Taken again = intake.take(item);

        assertThat(first.first()).isTrue();
        assertThat(again).isEqualTo(new Taken(first.id(), false));
    }

    @Test
    void endsEveryIntakeOnce() {
        Taken taken = intake.take(form("{}"));

        await().atMost(Duration.ofSeconds(20)).until(() -> outcome(taken) != null);
        assertThat(jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsASecondDecisionBesideTheFirstAndChangesNothingElse() {
        Taken taken = intake.take(Items.mail("Nid de poule", "Un nid de poule profond sur la RD 12."));
        await().atMost(Duration.ofSeconds(20)).until(() -> "opened".equals(outcome(taken)));
        String before = everythingButDecisions();

        reevaluation.again(taken.id());

        assertThat(jdbc.sql("select count(distinct round) from decision where intake_id = ?")
                        .param(taken.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(everythingButDecisions()).isEqualTo(before);
    }

    private String everythingButDecisions() {
        return jdbc.sql("""
                        select (select count(*) from ticket) || ' ' || (select count(*) from contact) || ' '
                            || (select count(*) from ticket_event) || ' ' || (select count(*) from citizen) || ' '
                            || (select sum(n) from equation) || ' ' || (select sum(attempts) from intake)
                        """).query(String.class).single();
    }

    private String outcome(Taken taken) {
        return jdbc.sql("select outcome from intake where id = ?")
                .param(taken.id().value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static RawItem form(String json) {
        return new RawItem(
                ChannelKind.FORM,
                "site",
                UUID.randomUUID().toString(),
                Instant.now(),
                "application/json",
                Map.of("form", "contact"),
                Content.of(json.getBytes(StandardCharsets.UTF_8)));
    }
}
