package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.access.Right;
import fr.aubette.answer.Actor;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.PrintBatch;
import fr.aubette.answer.PrintBook;
import fr.aubette.answer.Printing;
import fr.aubette.answer.paper.ScannedAgain;
import fr.aubette.hub.HubTest;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.Intake;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.Letter;
import fr.aubette.model.Person;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter is answered by letter: composed, printed in a batch, posted, and threaded when it comes back. */
@HubTest
class PrintingIT {

    private static final Actor POST = new Actor("courrier", "Service courrier", List.of("courrier"));
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Letter LETTER = new Letter(
            "Siège",
            LocalDate.of(2026, 11, 2),
            List.of(new Letter.Page(1, "Un trou devant chez moi", 90)),
            Letter.Reading.WHOLE,
            Optional.empty());

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Printing printing;

    @Autowired
    PrintBook batches;

    @Autowired
    ContentStore contents;

    @Autowired
    Intake intake;

    @LocalServerPort
    int port;

    private Visitor claire;
    private Visitor room;

    @BeforeEach
    void fill() {
        data.clear();
        jdbc.sql("truncate print_batch cascade").update();
        data.agent("claire", "Claire Morvan", "MOBILITES_VOIRIE", "ENFANCE_FAMILLE");
        data.person("courrier", "Service courrier", Right.everywhere(Right.Kind.MAILROOM));
        claire = new Visitor(port).signIn("claire", DeskData.PASSWORD);
        room = new Visitor(port).signIn("courrier", DeskData.PASSWORD);
    }

    @Test
    void answersALetterByLetterAndKnowsItWhenItComesBack() throws IOException {
        DeskData.Draft ticket = written("ROUTES", "Lucie");
        assertThat(claire.get("/demandes/" + ticket.number()).body())
                .contains("id=\"reply-letter\" checked", "12 rue des Acacias", "96100 CLAIRMONT");
        send(ticket, "Bonjour,\n\nNous passons mardi.");
        assertThat(state(ticket)).isEqualTo("paper");

        assertThat(room.get("/impressions").body()).contains("Une lettre attend");
        room.post("/impressions/preparer", Map.of());
        PrintBatch batch = batches.recent(Instant.now(), 9).get(0);
        assertThat(batch.letters()).singleElement().satisfies(each -> {
            assertThat(each.number()).isEqualTo(ticket.number());
            assertThat(each.town()).isEqualTo("96100 CLAIRMONT");
        });
        claire.post("/demandes/" + ticket.number() + "/reponses/" + id(ticket) + "/annuler", Map.of());
        assertThat(state(ticket)).as("what lies in a batch is not taken back").isEqualTo("paper");
        room.post("/impressions/" + batch.id() + "/postee", Map.of("on", today().toString()));
        assertThat(state(ticket)).as("what is not printed is not posted").isEqualTo("paper");

        for (int again = 0; again < 2; again++) {
            assertThat(room.post("/impressions/" + batch.id() + "/imprimer", Map.of())
                            .body())
                    .startsWith("%PDF");
        }
        assertThat(batches.recent(Instant.now(), 9)).hasSize(1);
        room.post("/impressions/" + batch.id() + "/postee", Map.of("on", today().toString()));
        assertThat(state(ticket)).isEqualTo("posted");
        assertThat(jdbc.sql("select kind from deadline where ticket_id = ?")
                        .param(ticket.id())
                        .query(String.class)
                        .list())
                .doesNotContain("SERVICE_COMMITMENT");

        byte[] scan = ScannedAgain.page(bytes(batch.letters().get(0).sha256()), 200, 1.1, 12, 5);
        intake.take(new RawItem(
                ChannelKind.LETTER,
                "courrier-essai",
                "revenue-" + ticket.id(),
                Instant.now(),
                "image/jpeg",
                Map.of("site", "Siège"),
                Content.of(scan)));
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from ticket_contact where ticket_id = ?")
                                .param(ticket.id())
                                .query(Integer.class)
                                .single()
                        == 2);
    }

    @Test
    void putsEachLetterIntoOneBatchHoweverManyMakeOne() {
        List<DeskData.Draft> tickets = Stream.of("Anne", "Bruno", "Chloé", "Denis")
                .map(each -> written("ROUTES", each))
                .toList();
        tickets.forEach(each -> send(each, "Bonjour"));

        List<CompletableFuture<Optional<PrintBatch>>> made = Stream.of(1, 2, 3)
                .map(each -> CompletableFuture.supplyAsync(() -> printing.make(POST, sheet -> true, false)))
                .toList();
        List<String> numbers = made.stream()
                .flatMap(each -> each.join().stream())
                .flatMap(each -> each.letters().stream())
                .map(PrintBatch.Letter::number)
                .toList();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        tickets.stream().map(DeskData.Draft::number).toList());
    }

    @Test
    void postsTheRestAfterACrashInTheMiddle() {
        List<DeskData.Draft> tickets =
                Stream.of("Anne", "Bruno").map(each -> written("ROUTES", each)).toList();
        tickets.forEach(each -> send(each, "Bonjour"));
        PrintBatch made = printing.make(POST, sheet -> true, false).orElseThrow();
        printing.print(made, POST, java.io.OutputStream.nullOutputStream());
        PrintBatch batch = batches.find(made.id()).orElseThrow();
        claire.post("/demandes/" + tickets.get(0).number() + "/reponses/" + id(tickets.get(0)) + "/postee", Map.of());

        assertThat(printing.posted(batch, today(), POST)).isEmpty();

        assertThat(tickets).allSatisfy(each -> assertThat(state(each)).isEqualTo("posted"));
        assertThat(jdbc.sql("select count(*) from ticket_event where kind = 'answer-posted'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void takesOutWhatMayNoLongerLeaveAndPrintsItNextTime() {
        DeskData.Draft ticket = written("ROUTES", "Lucie");
        send(ticket, "Bonjour");
        PrintBatch made = printing.make(POST, sheet -> true, false).orElseThrow();
        printing.print(made, POST, java.io.OutputStream.nullOutputStream());
        jdbc.sql("""
                        insert into contact_wish (id, citizen_id, kind, set_by, set_at)
                        select gen_random_uuid(), citizen_id, 'never-letter', 'claire', now() from ticket where id = ?
                        """).param(ticket.id()).update();

        assertThat(printing.posted(batches.find(made.id()).orElseThrow(), today(), POST))
                .containsExactly(1);
        assertThat(state(ticket)).isEqualTo("paper");
        assertThat(printing.make(POST, sheet -> true, false)).isEmpty();

        jdbc.sql("delete from contact_wish").update();
        assertThat(printing.make(POST, sheet -> true, false)).isPresent();
    }

    @Test
    void keepsConfidentialLettersFromTheMailRoom() {
        DeskData.Draft secret = data.ticket("PROTECTION_ENFANCE", "ENFANCE_FAMILLE", "Signalement")
                .priority("protected")
                .open("Marie", "Durand");
        secret.said(LETTER, Instant.now(), person("Marie"), "…");
        jdbc.sql("""
                        insert into answer (id, ticket_id, kind, medium, state, author, author_name, mailbox, recipient,
                                            address_key, subject, body, template, final_subject, final_body, created_at, saved_at)
                        values (gen_random_uuid(), ?, 'reply', 'letter', 'paper', 'claire', 'Claire', '', '', '', 'Objet',
                                'Texte', '', 'Objet', 'Texte', now(), now())
                        """).param(secret.id()).update();

        assertThat(room.get("/impressions").body()).contains("Aucune lettre");
        room.post("/impressions/preparer", Map.of());
        assertThat(batches.recent(Instant.now(), 9)).isEmpty();

        PrintBatch own = printing.make(POST, sheet -> true, true).orElseThrow();
        assertThat(room.post("/impressions/" + own.id() + "/imprimer", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(room.get("/impressions").body()).doesNotContain(secret.number());
    }

    private DeskData.Draft written(String motive, String name) {
        DeskData.Draft made = data.ticket(motive, "MOBILITES_VOIRIE", "Trou sur la RD 12")
                .open(name, "Lemaire")
                .due("SERVICE_COMMITMENT", LocalDate.of(2026, 11, 20), "Services Publics+", "14 jours");
        made.said(LETTER, Instant.now(), person(name), "Un trou devant chez moi.");
        return made;
    }

    private static Person person(String name) {
        return new Person(
                Optional.of(name + " Lemaire"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of("12 rue des Acacias, 96100 Clairmont"));
    }

    private void send(DeskData.Draft ticket, String text) {
        String page = "/demandes/" + ticket.number();
        claire.get(page);
        Map<String, String> fields = new HashMap<>(Map.of(
                "answer",
                "",
                "version",
                "0",
                "medium",
                "letter",
                "postal",
                "Mme Lucie Lemaire\n12 rue des Acacias\n96100 Clairmont",
                "subject",
                "Votre demande",
                "text",
                text));
        claire.post(page + "/reponse/envoyer", fields);
    }

    private String state(DeskData.Draft ticket) {
        return jdbc.sql("select state from answer where ticket_id = ?")
                .param(ticket.id())
                .query(String.class)
                .single();
    }

    private AnswerId id(DeskData.Draft ticket) {
        return new AnswerId(jdbc.sql("select id from answer where ticket_id = ?")
                .param(ticket.id())
                .query(UUID.class)
                .single());
    }

    private byte[] bytes(String sha256) throws IOException {
        try (InputStream in = contents.find(sha256).open()) {
            return in.readAllBytes();
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }
}
