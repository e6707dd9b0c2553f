package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.answer.Answer;
import fr.aubette.answer.AnswerFiles;
import fr.aubette.answer.PassingOn;
import fr.aubette.desk.DeskData;
import fr.aubette.desk.Visitor;
import fr.aubette.intake.Taken;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Monday's mail: 120 letters that arrived on Friday 30 October 2026 and were scanned on Monday 2 November. */
@HubTest
class MondaysMailIT {

    private static final int LETTERS = 120;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String ROUTE = "receive-letter-lundi";

    @Autowired
    DeskData data;

    @Autowired
    SceneItems scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamelContext camel;

    @Autowired
    PassingOn passing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AnswerFiles files;

    @LocalServerPort
    int port;

    private UUID batch = new UUID(0, 0);
    private Visitor courrier = new Visitor(0);

    @Test
    void isOnItsDesksWithItsDatesAndAccountedForPageByPage(@TempDir Path folder) throws Exception {
        people();
        drop(folder, MondaysTray.of(LETTERS).pdf());

        allAreOnDesks();
        scene.booksBalance();
        everyPageIsOfOneLetter();
        appeal();
        sealed();
        moved();
        valuable();
        official();
        act();
        unopened();
        nothingOfHealth();
    }

    private void people() {
        data.clear();
        jdbc.sql("truncate scan, page cascade").update();
        data.person("courrier", "Courrier", Right.everywhere(Kind.MAILROOM));
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE", "CABINET");
        data.agent("guichet", "Guichet", "GUICHET_UNIQUE", "TRIAGE");
        data.agent("insertion", "Insertion", "INSERTION");
        courrier = new Visitor(port).signIn("courrier", DeskData.PASSWORD);
    }

    private void drop(Path folder, byte[] pdf) throws Exception {
        try (SceneScanner scanner = new SceneScanner(camel, "lundi", folder)) {
            scanner.drops("2026-10-30", Instant.parse("2026-11-02T08:00:00Z"), pdf);
            await().atMost(LONG).until(() -> scene.count("select count(*) from batch where source = 'lundi'") == 1);
        }
        batch = jdbc.sql("select id from batch where source = 'lundi' order by taken_at desc limit 1")
                .query(UUID.class)
                .single();
    }

    private void allAreOnDesks() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(300)).until(() -> scene.count("""
                                select count(*) from batch_letter l join intake i on i.id = l.intake_id
                                where l.batch_id = ? and i.outcome in ('opened', 'joined')
                                """, batch) == LETTERS);
        assertThat(courrier.get("/courrier").body()).contains("Hôtel du Département", "lot.pdf");
    }

    private void everyPageIsOfOneLetter() {
        assertThat(scene.count(
                        "select count(*) from page p join batch b using (source, reference) where b.id = ?", batch))
                .isEqualTo(2 * LETTERS + 1);
        assertThat(scene.count("""
                        select count(*) from page p join batch b using (source, reference)
                        where b.id = ? and (p.letter is null or p.letter not between 1 and ?)
                        """, batch, LETTERS)).isZero();
        assertThat(scene.count("""
                        select count(*) from page p join batch b using (source, reference)
                        where b.id = ? and p.kind = 'separator'
                        """, batch)).isEqualTo(LETTERS);
        assertThat(scene.count("""
                        select count(distinct p.letter) from page p join batch b using (source, reference)
                        where b.id = ? and p.kind = 'separator'
                        """, batch)).as("each letter has its own sheet").isEqualTo(LETTERS);
    }

    /** L1: clocks from the arrival, the citizen's own time limit by the postmark, the envelope is its first page. */
    private void appeal() {
        Taken letter = letter(1);
        assertThat(scene.ticket(letter)).startsWith("INSERTION RSA_RECOURS");
        assertThat(scene.owed(scene.number(letter)))
                .contains("IMPLIED_REJECTION 2026-12-30")
                .doesNotContain("IMPLIED_REJECTION 2027-01-02");
        assertThat(found(letter, "registered")).contains("1A20012345678");
        assertThat(found(letter, "postmark")).contains("2026-10-26");
        assertThat(found(letter, "envelope")).isEqualTo("2");
        assertThat(scene.of(letter, "c.detail #>> '{channel,pages,1,number}'"))
                .as("the first page behind its sheet")
                .isEqualTo("2");
        Visitor insertion = new Visitor(port).signIn("insertion", DeskData.PASSWORD);
        assertThat(insertion.get("/demandes/" + scene.number(letter)).body())
                .contains("Recours dans le délai", "cachet du 26/10/2026", "dernier jour le 26/10/2026")
                .contains("30 octobre 2026", "1A20012345678");
    }

    /** L2: neither opened nor read, although its page is a picture full of words. */
    private void sealed() {
        Taken letter = letter(2);
        assertThat(scene.ticket(letter)).startsWith("AUTONOMIE MDPH MDPH");
        assertThat(scene.of(letter, "tc.subject")).contains("Pli non ouvert");
        assertThat(scene.of(letter, "c.detail #>> '{channel,slip,place}'")).isEqualTo("coffre MDPH");
        assertThat(scene.text("""
                        select string_agg(p.text || coalesce(p.words::text, ''), '') from page p
                        join batch b using (source, reference) where b.id = ? and p.letter in (2, 7, 8)
                        """, batch).replace("[]", "")).isBlank();
    }

    /** L3: one month from the deposit to pass it on, and a warning before. */
    private void moved() throws IOException {
        Taken letter = letter(3);
        String number = scene.number(letter);
        Visitor guichet = new Visitor(port).signIn("guichet", DeskData.PASSWORD);
        assertThat(scene.ticket(letter)).startsWith("GUICHET_UNIQUE AUTRE_DEPARTEMENT");
        assertThat(scene.owed(number)).contains("TRANSFER 2026-11-30");
        assertThat(scene.text("""
                        select article || ' ' || (due_on - warn_on) from deadline d join ticket t on t.id = d.ticket_id
                        where t.number = ? and kind = 'TRANSFER'
                        """, number)).contains("L122-4").matches(".* [1-9]\\d*");
        leavesAlone(letter, guichet);
        leaves(letter, guichet);
    }

    /** What would leave is its own page, never the tray's 119 other letters. */
    private void leavesAlone(Taken letter, Visitor guichet) throws IOException {
        TicketId ticket = new TicketId(UUID.fromString(scene.of(letter, "t.id::text")));
        assertThat(leaving(ticket)).isEmpty();
        String copy = "/demandes/" + scene.number(letter) + "/lecture/" + scene.of(letter, "c.id::text");
        assertThat(guichet.get(copy).statusCode()).isEqualTo(200);
        Answer.File file = leaving(ticket).get(0);
        try (PDDocument sent = Loader.loadPDF(files.find(file.sha256()).bytes())) {
            assertThat(sent.getNumberOfPages()).isEqualTo(1);
        }
    }

    /** The mail itself: the letter as it came with its day of arrival, and nothing else that is known. */
    private void leaves(Taken letter, Visitor guichet) {
        String marne = "aide-sociale-" + UUID.randomUUID() + "@example.org";
        String number = scene.number(letter);
        String page = "/demandes/" + number;
        guichet.post(page + "/noter", Map.of("text", "NOTE-INTERNE"));
        String told = guichet.post(
                        page + "/transmission/envoyer",
                        Map.of(
                                "version",
                                scene.of(letter, "t.version::text"),
                                "target",
                                "AUTRE_DEPARTEMENT",
                                "address",
                                marne))
                .body();
        assertThat(told).doesNotContain("flash bad");
        await().atMost(SceneItems.SOON).until(() -> PostOffice.to(marne).size() == 1);
        String sent = PostOffice.raw(PostOffice.to(marne).get(0));
        assertThat(sent).contains("L114-2", "30 octobre 2026", "courrier-1.pdf", "Reims");
        assertThat(sent).doesNotContain("NOTE-INTERNE", "Perrin", "lot.pdf");
        assertThat(scene.owed(number)).anyMatch(each -> each.startsWith("PARTNER_ANSWER"));
    }

    private List<Answer.File> leaving(TicketId ticket) {
        return Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(transaction -> passing.parcel(ticket).files()));
    }

    /** L4: a task of the mail room until somebody says how it went back. */
    private void valuable() {
        Taken letter = letter(4);
        assertThat(found(letter, "toReturn")).contains("chèque de 120 euros, acte de naissance");
        String page = courrier.get("/a-rendre").body();
        assertThat(page).contains(scene.number(letter), "chèque de 120 euros, acte de naissance", "Paule Auber");
        String contact = scene.of(letter, "c.id::text");
        assertThat(courrier.post("/a-rendre/" + contact, Map.of("comment", "")).body())
                .contains("Dites comment");
        courrier.post("/a-rendre/" + contact, Map.of("comment", "recommandé 1A 200 999 0001 2"));
        assertThat(courrier.get("/a-rendre").body()).doesNotContain(scene.number(letter));
        assertThat(scene.text("""
                        select detail ->> 'text' from ticket_event e join ticket t on t.id = e.ticket_id
                        where t.number = ? and e.kind = 'item-returned'
                        """, scene.number(letter))).contains("1A 200 999 0001 2");
    }

    /**
     * L5: the road's subdivision leads, the Cabinet is informed, and it does not end before both have their answers.
     */
    private void official() {
        Taken letter = letter(5);
        assertThat(scene.ticket(letter)).startsWith("MOBILITES_VOIRIE ROUTES SUBDIVISION_NORD");
        assertThat(scene.of(letter, """
                        (select string_agg(directorate, ' ') from attribution a
                         where a.ticket_id = t.id and role = 'information')
                        """)).contains("CABINET");
        String number = scene.number(letter);
        String page = "/demandes/" + number;
        Visitor voirie = new Visitor(port).signIn("voirie", DeskData.PASSWORD);
        assertThat(voirie.get(page).body()).contains("Deux réponses", "Hélène Vasseur", "Mme Perrin");

        voirie.post(page + "/repondu", Map.of("version", "0", "target", "official"));
        assertThat(voirie.post(page + "/clore", Map.of("version", "1", "text", ""))
                        .body())
                .contains("Deux personnes attendent une réponse");
        assertThat(scene.owed(number)).anyMatch(each -> each.startsWith("SERVICE_COMMITMENT"));
        voirie.post(page + "/repondu", Map.of("version", "1", "target", "citizen"));
        assertThat(scene.owed(number)).noneMatch(each -> each.startsWith("SERVICE_COMMITMENT"));
        voirie.post(page + "/clore", Map.of("version", "2", "text", ""));
        assertThat(scene.ticket(letter)).endsWith("closed");
    }

    /** L6: read from its picture. */
    private void act() {
        assertThat(scene.ticket(letter(6))).startsWith("JURIDIQUE");
        assertThat(scene.of(letter(6), "tc.body")).containsIgnoringCase("signifier");
    }

    /** L7 and L8: registered with the place where they lie, and no word of them. */
    private void unopened() {
        assertThat(scene.ticket(letter(7))).startsWith("JURIDIQUE");
        assertThat(scene.of(letter(7), "tc.subject")).contains("Pli non ouvert");
        assertThat(scene.of(letter(8), "tc.subject")).contains("Pli non ouvert");
        assertThat(scene.of(letter(8), "c.detail #>> '{channel,slip,place}'")).isEqualTo("bannette du cabinet");
        assertThat(scene.count(
                        "select count(*) from contact where detail::text ~ 'NEPASLIRE|SECRETDOFFRE|INTIMECOURRIER'"))
                .isZero();
    }

    /** L9 says it; who has no health rights finds nothing, anywhere. */
    private void nothingOfHealth() {
        String number = scene.number(letter(9));
        assertThat(scene.of(letter(9), "tc.body")).contains("schizophrénie");
        for (String word : List.of("schizophrenie", "schizophr%C3%A9nie")) {
            assertThat(courrier.get("/recherche?q=" + word).body())
                    .contains("Rien ne correspond")
                    .doesNotContain(number);
            assertThat(courrier.get("/recherche/usagers?q=" + word).body()).doesNotContain("Favre");
            assertThat(courrier.get("/courrier?expediteur=" + word).body()).doesNotContain(number);
            assertThat(courrier.call("/api/tickets/search?q=" + word).body()).doesNotContain("AUB-");
        }
    }

    private Taken letter(int number) {
        return new Taken(
                new IntakeId(jdbc.sql("select intake_id from batch_letter where batch_id = ? and number = ?")
                        .params(batch, number)
                        .query(UUID.class)
                        .single()),
                true);
    }

    private String found(Taken letter, String field) {
        return scene.of(letter, "c.detail #>> '{channel,findings," + field + "}'");
    }
}
