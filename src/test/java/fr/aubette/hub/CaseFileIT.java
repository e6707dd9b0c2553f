package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.access.Accounts;
import fr.aubette.access.Accounts.Absence;
import fr.aubette.access.Right;
import fr.aubette.identify.Review;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.intake.Taken;
import fr.aubette.model.CitizenId;
import fr.aubette.receive.counter.CounterDoor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts that quote a directorate's case file, and those in which somebody asks for somebody else. */
@HubTest
class CaseFileIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    CounterDoor door;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Review review;

    @Autowired
    Accounts accounts;

    private final String mark =
            UUID.randomUUID().toString().replaceAll("[^a-f]", "").substring(0, 4);
    private final UUID robert = UUID.randomUUID();
    private final String number = "APA-2023-" + (100_000 + Math.floorMod(robert.hashCode(), 900_000));

    @BeforeEach
    void robertHasACaseFile() {
        String known = "surname chauvin" + mark + "\nfirst-name robert\nbirth-date 1942-08-19\n";
        jdbc.sql("insert into citizen (id, last_name, first_name, opened_at, known) values (?, ?, 'Robert', now(), ?)")
                .params(robert, "Chauvin" + mark, known)
                .update();
        Keys.of(KnownText.profile(robert.toString(), robert.toString(), known)).stream()
                .map(Keys::hashed)
                .distinct()
                .forEach(key -> jdbc.sql("insert into citizen_key values (?, ?)")
                        .params(key, robert)
                        .update());
        jdbc.sql("insert into case_file values ('solis', ?, ?, ?, 'AUTONOMIE', 'Nadia Ferhat', 'MDS Sauval', now())")
                .params(number.replace("-", ""), robert, number)
                .update();
    }

    private UUID enter(Map<String, String> typed) {
        Map<String, String> entry = new HashMap<>(Map.of("entree", "visite", "site", "Accueil", "objet", "Bonjour"));
        entry.putAll(typed);
        try {
            Taken taken = door.take("nadia", new ObjectMapper().writeValueAsBytes(entry));
            UUID intake = taken.id().value();
            await().atMost(SOON).until(() -> !tickets(intake).isEmpty());
            return intake;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Map<String, Object>> tickets(UUID intake) {
        return jdbc.sql("""
                        select t.id, t.directorate, t.site, t.citizen_id, c.citizen_id as requester, c.beneficiary_id
                        from contact c join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
                        where c.intake_id = ?
                        """).param(intake).query().listOfRows();
    }

    private Map<String, Object> ticket(UUID intake) {
        return tickets(intake).get(0);
    }

    @Test
    void goesToTheDirectorateAndSectorOfTheFileAndIsItsHolders() {
        Map<String, Object> ticket = ticket(enter(Map.of(
                "nom",
                "Chauvin" + mark,
                "prenom",
                "Robert",
                "naissance",
                "1942-08-19",
                "dossier",
                number,
                "message",
                "Où en est-on ?")));

        assertThat(ticket).containsEntry("directorate", "AUTONOMIE").containsEntry("site", "MDS Sauval");
        assertThat(ticket).containsEntry("citizen_id", robert);
    }

    @Test
    void joinsTheOpenTicketOfTheFileUnlessANumberAloneIsGiven() {
        UUID first = enter(
                Map.of("nom", "Chauvin" + mark, "prenom", "Robert", "dossier", number, "message", "Où en est-on ?"));
        UUID again = enter(Map.of(
                "nom", "Chauvin" + mark, "prenom", "Robert", "dossier", number, "message", "Je reviens vers vous."));
        UUID stranger = enter(Map.of("courriel", mark + "@example.org", "dossier", number, "message", "Bonjour ?"));

        assertThat(ticket(again)).containsEntry("id", ticket(first).get("id"));
        assertThat(ticket(stranger).get("id")).isNotEqualTo(ticket(first).get("id"));
        assertThat(ticket(stranger).get("citizen_id")).isNotEqualTo(robert);
        assertThat(ticket(stranger)).containsEntry("directorate", "AUTONOMIE");
        assertThat(jdbc.sql("select count(*) from citizen_fact where citizen_id = ?")
                        .param(robert)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** She finds it among hers, and her deputy meanwhile; not if she may not read it, or not know whose it is. */
    @Test
    void isLaidBeforeTheReferentOfTheFileIfSheMayHaveIt() {
        agent("chloe", "AUTONOMIE");
        agent("basile", "SOLIDARITES");
        agent("odile", "AUTONOMIE");
        accounts.plan(new Absence(
                UUID.randomUUID(),
                "chloe" + mark,
                "odile" + mark,
                LocalDate.now().minusDays(2),
                LocalDate.now().plusDays(9)));

        UUID hers = quotedAs("FERHAT" + mark + " chloe");
        UUID others = quotedAs("Basile Ferhat" + mark);
        jdbc.sql("update citizen set confidential = true where id = ?")
                .param(robert)
                .update();
        UUID hidden = quotedAs("Odile Ferhat" + mark);

        assertThat(assignees(hers)).containsExactly("chloe" + mark);
        assertThat(proposals(hers)).containsExactly("chloe Ferhat" + mark + ", absence : odile Ferhat" + mark);
        assertThat(assignees(others)).isEmpty();
        assertThat(assignees(hidden)).isEmpty();
    }

    private void agent(String first, String directorate) {
        accounts.create(
                UUID.randomUUID(),
                first + mark,
                first + " Ferhat" + mark,
                "{noop}",
                Set.of(Right.in(Right.Kind.AGENT, directorate)),
                Instant.now());
    }

    /** A contact about a file of its own, which this referent follows. */
    private UUID quotedAs(String referent) {
        String file = "APA-2024-" + (100_000 + Math.floorMod(referent.hashCode(), 900_000));
        jdbc.sql("insert into case_file values ('solis', ?, ?, ?, 'AUTONOMIE', ?, '', now())")
                .params(file.replace("-", ""), robert, file, referent)
                .update();
        return enter(
                Map.of("nom", "Chauvin" + mark, "prenom", "Robert", "dossier", file, "message", "Dossier " + referent));
    }

    private List<String> assignees(UUID intake) {
        return jdbc.sql("select assignee from ticket where id = ? and status = 'open' and assignee is not null")
                .param(ticket(intake).get("id"))
                .query(String.class)
                .list();
    }

    private List<String> proposals(UUID intake) {
        return jdbc.sql("select detail ->> 'text' from ticket_event where ticket_id = ? and kind = 'proposed'")
                .param(ticket(intake).get("id"))
                .query(String.class)
                .list();
    }

    /** A care home that writes for many: each resident has a ticket, the home stays who asks. */
    @Test
    void isEachResidentsWhenACareHomeWritesForMany() {
        String home = "ehpad." + mark + "@example.org";
        Map<String, Object> one = ticket(enter(resident(home, "Chauvin" + mark, "Robert", "1942-08-19")));
        Map<String, Object> two = ticket(enter(resident(home, "Quentric" + mark, "Jeanne", "1939-02-03")));
        Map<String, Object> more = ticket(enter(resident(home, "Yvernaux" + mark, "Odile", "1931-01-07")));
        Map<String, Object> twoAgain = ticket(enter(resident(home, "Quentric" + mark, "Jeanne", "1939-02-03")));

        assertThat(one).containsEntry("citizen_id", robert);
        assertThat(List.of(one.get("id"), two.get("id"), more.get("id"))).doesNotHaveDuplicates();
        assertThat(List.of(one.get("citizen_id"), two.get("citizen_id"), more.get("citizen_id")))
                .doesNotHaveDuplicates();
        assertThat(twoAgain.get("citizen_id")).isEqualTo(two.get("citizen_id"));
        assertThat(twoAgain.get("requester")).isEqualTo(one.get("requester")).isNotEqualTo(robert);
    }

    /** "Pour ma mère": two people bear the name, so nobody is guessed. */
    @Test
    void asksForWhomItIsWhenTwoPeopleMayBeMeant() {
        Map<String, String> typed =
                resident("fille." + mark + "@example.org", "Vernoux" + mark, "Odette", "1940-05-06");
        UUID one = (UUID) ticket(enter(typed)).get("citizen_id");
        Map<String, String> other = new HashMap<>(typed);
        other.put("beneficiaire_naissance", "1951-09-17");
        UUID two = (UUID) ticket(enter(other)).get("citizen_id");
        Map<String, String> doubtful = new HashMap<>(typed);
        doubtful.remove("beneficiaire_naissance");
        UUID intake = enter(doubtful);

        UUID contact = jdbc.sql("select id from contact where intake_id = ?")
                .param(intake)
                .query(UUID.class)
                .single();
        assertThat(jdbc.sql("select citizen_id from identity_question where contact_id = ? and beneficiary")
                        .param(contact)
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(one, two);
        assertThat((UUID) ticket(intake).get("citizen_id")).isNotIn(one, two);

        review.same(contact, new CitizenId(two), "nadia");

        assertThat(jdbc.sql("select coalesce(person, id) from citizen where id in (?, ?)")
                        .params(ticket(intake).get("citizen_id"), two)
                        .query(UUID.class)
                        .set())
                .hasSize(1);
    }

    private Map<String, String> resident(String home, String last, String first, String born) {
        return Map.of(
                "nom", "Ehpad" + mark,
                "prenom", "Les Tilleuls",
                "courriel", home,
                "beneficiaire_nom", last,
                "beneficiaire_prenom", first,
                "beneficiaire_naissance", born,
                "message", "Demande d'allocation personnalisée d'autonomie (APA) pour notre résident.");
    }
}
