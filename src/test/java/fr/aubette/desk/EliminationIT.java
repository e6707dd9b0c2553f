package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.access.Right;
import fr.aubette.archive.Eliminating;
import fr.aubette.archive.Elimination;
import fr.aubette.archive.Elimination.Visa;
import fr.aubette.archive.Eliminations;
import fr.aubette.hub.HubTest;
import fr.aubette.model.Letter;
import fr.aubette.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which paper may go: proposed, under the Archives' visa, and never a day before it. */
@HubTest
class EliminationIT {

    private static final LocalDate ARRIVED = LocalDate.of(2026, 1, 12);

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Eliminating eliminating;

    @Autowired
    Eliminations book;

    @LocalServerPort
    int port;

    private Visitor room;

    @BeforeEach
    void fill() {
        data.clear();
        jdbc.sql("truncate elimination cascade").update();
        data.person("courrier", "Service courrier", Right.everywhere(Right.Kind.MAILROOM));
        data.agent("claire", "Claire Morvan", "MOBILITES_VOIRIE");
        room = new Visitor(port).signIn("courrier", DeskData.PASSWORD);
    }

    @Test
    void proposesOnlyWhatWasReadWholeIsNobodysSecretAndIsNotToBeReturned() {
        String plain = letter("ROUTES", "normal", Letter.Reading.WHOLE, Optional.empty());
        letter("ROUTES", "normal", Letter.Reading.IN_PART, Optional.empty());
        letter("ROUTES", "protected", Letter.Reading.WHOLE, Optional.empty());
        letter("MDPH", "normal", Letter.Reading.WHOLE, Optional.empty());
        letter("ROUTES", "normal", Letter.Reading.WHOLE, Optional.of("secret médical"));

        Elimination drawn =
                eliminating.draw(LocalDate.of(2026, 3, 1), "courrier").orElseThrow();

        assertThat(drawn.papers()).extracting(Elimination.Paper::number).containsExactly(plain);
        assertThat(eliminating.draw(LocalDate.of(2026, 3, 1), "courrier"))
                .as("a letter lies on one bordereau")
                .isEmpty();
        assertThat(eliminating.draw(LocalDate.of(2027, 3, 1), "courrier"))
                .as("what came lately stays")
                .isEmpty();
    }

    @Test
    void letsNothingBeDestroyedBeforeTheVisaWhoeverTries() {
        letter("ROUTES", "normal", Letter.Reading.WHOLE, Optional.empty());
        Elimination drawn =
                eliminating.draw(LocalDate.of(2026, 3, 1), "courrier").orElseThrow();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

        assertThat(eliminating.destroyed(drawn, today, "courrier")).isFalse();
        assertThat(book.destroyed(drawn.id(), today, "courrier", Instant.now())).isFalse();
        refused("update elimination set destroyed_on = now()::date, destroyed_by = 'x', destroyed_at = now()");

        assertThat(eliminating.visa(drawn, new Visa("", today, "AD-1"), "courrier"))
                .isFalse();
        assertThat(eliminating.visa(drawn, new Visa("M. Archiviste", today.plusDays(1), "AD-1"), "courrier"))
                .isFalse();
        assertThat(eliminating.visa(drawn, new Visa("M. Archiviste", today, "AD-1"), "courrier"))
                .isTrue();
        refused("update elimination set destroyed_on = now()::date - 9, destroyed_by = 'x', destroyed_at = now()");
        refused("update elimination set visa_on = null, visa_by = null, visa_reference = null,"
                + " visa_entered_by = null, visa_entered_at = null");
        refused("update elimination_letter set sha256 = repeat('0', 64)");
        refused("insert into elimination_letter select elimination_id, gen_random_uuid(), number, motive, site,"
                + " arrived_on, sides, sha256 from elimination_letter");

        Elimination agreed = book.find(drawn.id()).orElseThrow();
        assertThat(eliminating.destroyed(agreed, today, "courrier")).isTrue();
        refused("update elimination set destroyed_on = null, destroyed_by = null, destroyed_at = null");
    }

    @Test
    void goesFromProposalToDestructionOnItsPage() {
        String number = letter("ROUTES", "normal", Letter.Reading.WHOLE, Optional.empty());
        room.get("/eliminations");
        assertThat(room.post("/eliminations/proposer", Map.of("until", "2026-03-01"))
                        .body())
                .contains("Le bordereau est proposé", number);
        Elimination drawn = book.recent(9).get(0);
        String page = "/eliminations/" + drawn.id();
        assertThat(room.get(page + "/bordereau.pdf").body()).startsWith("%PDF");
        assertThat(room.get(page + "/bordereau.csv").body())
                .contains("demande;motif", number, drawn.papers().get(0).sha256());
        String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        assertThat(room.post(page + "/detruite", Map.of("on", today)).body()).contains("il faut le visa");
        room.post(page + "/visa", Map.of("by", "Mme Archiviste", "on", today, "reference", "AD96-2026-7"));
        assertThat(room.post(
                                page + "/garder",
                                Map.of("letter", drawn.papers().get(0).intake().toString()))
                        .body())
                .contains("Ce bordereau a son visa");
        assertThat(room.post(page + "/detruite", Map.of("on", today)).body()).contains("La destruction est notée");

        Visitor claire = new Visitor(port).signIn("claire", DeskData.PASSWORD);
        assertThat(claire.get("/eliminations").statusCode()).isEqualTo(403);
    }

    @Test
    void mayProposeAgainWhatWasKeptBackOrWithdrawn() {
        letter("ROUTES", "normal", Letter.Reading.WHOLE, Optional.empty());
        Elimination first =
                eliminating.draw(LocalDate.of(2026, 3, 1), "courrier").orElseThrow();
        assertThat(book.keepBack(first.id(), first.papers().get(0).intake(), "courrier"))
                .isTrue();
        Elimination second =
                eliminating.draw(LocalDate.of(2026, 3, 1), "courrier").orElseThrow();
        assertThat(book.withdraw(second.id(), "courrier", Instant.now())).isTrue();
        assertThat(eliminating.visa(
                        second,
                        new Visa("M. Archiviste", LocalDate.now(ZoneId.of("Europe/Paris")), "AD-2"),
                        "courrier"))
                .isFalse();
        assertThat(eliminating.draw(LocalDate.of(2026, 3, 1), "courrier")).isPresent();
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    private String letter(String motive, String priority, Letter.Reading reading, Optional<String> unopened) {
        String directorate = motive.equals("MDPH") ? "AUTONOMIE" : "MOBILITES_VOIRIE";
        DeskData.Draft ticket = data.ticket(motive, directorate, "Courrier")
                .priority(priority)
                .service(motive.equals("MDPH") ? "MDPH" : "")
                .open("Anne", "Lefèvre");
        ticket.said(
                new Letter(
                        "Siège",
                        ARRIVED,
                        List.of(new Letter.Page(1, "Texte", 90), new Letter.Page(2, "Suite", 90)),
                        reading,
                        Optional.empty(),
                        List.of(),
                        1,
                        1,
                        unopened.map(why -> new Letter.Slip(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(why),
                                Optional.of("coffre"))),
                        fr.aubette.model.LetterFields.NONE),
                Instant.now(),
                Person.unknown(),
                "Texte " + UUID.randomUUID());
        return ticket.number();
    }
}
