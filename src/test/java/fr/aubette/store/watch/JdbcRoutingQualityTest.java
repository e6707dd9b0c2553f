package fr.aubette.store.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubDatabase;
import fr.aubette.watch.RoutingQuality;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people put right of the program's decisions, counted on PostgreSQL itself. */
class JdbcRoutingQualityTest {

    private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant AFTER = SINCE.plus(Duration.ofDays(2));

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private static JdbcClient jdbc;

    private final RoutingQuality quality = new JdbcRoutingQuality(jdbc);

    @BeforeAll
    static void connect() {
        jdbc = DATABASE.jdbc();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate ticket cascade").update();
    }

    @Test
    void countsWhatWentToAnotherDirectorateByRuleAndVersion() {
        ticket("normal", AFTER, "SPORT", "SPORT_SUBVENTIONS", "words-SPORT", "v1", "SPORT");
        ticket("normal", AFTER, "SPORT", "SPORT_SUBVENTIONS", "words-SPORT", "v1", "EDUCATION");
        ticket("urgent", AFTER, "SPORT", "SPORT_SUBVENTIONS", "words-SPORT", "v2", "EDUCATION");
        ticket("normal", AFTER, "RH", "RECRUTEMENT", "words-RH", "v2", "RH");

        assertThat(quality.routed(SINCE))
                .containsExactly(
                        new RoutingQuality.Routed("words-SPORT", "v1", 2, 0, 1),
                        new RoutingQuality.Routed("words-RH", "v2", 1, 0, 0),
                        new RoutingQuality.Routed("words-SPORT", "v2", 1, 0, 1));
        assertThat(quality.moved(SINCE, 5)).containsExactly(new RoutingQuality.Moved("SPORT", "EDUCATION", 2));
        assertThat(quality.moved(SINCE, 0)).isEmpty();
    }

    @Test
    void countsWhatAPersonQualifiedAsLeftToAPersonNotAsPutRight() {
        ticket("normal", AFTER, "ACCUEIL", "A_QUALIFIER", "not-sure", "v1", "CULTURE");

        assertThat(quality.routed(SINCE)).containsExactly(new RoutingQuality.Routed("not-sure", "v1", 1, 1, 0));
        assertThat(quality.routed(SINCE).get(0).decided()).isZero();
        assertThat(quality.moved(SINCE, 5)).isEmpty();
    }

    @Test
    void saysNothingOfTheProtectedLaneNorOfWhatItGaveBackNorOfOlderTickets() {
        ticket("protected", AFTER, "ENFANCE_FAMILLE", "ENFANT_EN_DANGER", "lane-coups", "v1", "AUTONOMIE");
        ticket("normal", SINCE.minusSeconds(1), "SPORT", "SPORT_SUBVENTIONS", "words-SPORT", "v1", "RH");
        UUID given = ticket("normal", AFTER, "ENFANCE_FAMILLE", "ENFANT_EN_DANGER", "lane-coups", "v1", "EDUCATION");
        jdbc.sql("""
                        insert into false_alarm (ticket_id, at, motive, directorate, actor, reason)
                        values (?, ?, 'ENFANT_EN_DANGER', 'ENFANCE_FAMILLE', 'claire', 'figure de style')
                        """).params(given, Timestamp.from(AFTER)).update();

        assertThat(quality.routed(SINCE)).isEmpty();
        assertThat(quality.moved(SINCE, 5)).isEmpty();
    }

    private static UUID ticket(
            String priority, Instant opened, String routedTo, String routedAs, String rule, String version, String at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into ticket (id, number, motive, directorate, subject, priority, status, opened_at,
                                            last_contact_at, routed_to, routed_as, routed_by, routed_with)
                        values (?, ?, ?, ?, 'sujet', ?, 'open', ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        id.toString(),
                        routedAs,
                        at,
                        priority,
                        Timestamp.from(opened),
                        Timestamp.from(opened),
                        routedTo,
                        routedAs,
                        rule,
                        version)
                .update();
        return id;
    }
}
