package fr.aubette.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.Looks;
import fr.aubette.hub.SignedIn;
import fr.aubette.intake.Intake;
import fr.aubette.mailroom.Cutting;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.Scans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail room at work. With {@code -Daubette.screens=folder} it also leaves pictures there. */
@HubTest
class MailroomIT {

    private static final String ROAD = "Un nid de poule profond sur la RD 12 abîme les voitures devant chez moi.";
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    Cutting cutting;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private Batches batches;

    @BeforeEach
    void people() {
        data.clear();
        batches = new Batches(jdbc);
        data.person("odile", "Odile Courrier", Right.everywhere(Kind.MAILROOM));
        data.person("agent", "Anne Voirie", agentEverywhere());
    }

    @Test
    void cutsByKeyboardAndAccountsForEachPage() {
        RawItem item = Batches.scan(LettersPdf.of(
                LettersPdf.letter("Lucie Lemaire", "nid de poule", ROAD),
                "Suite de ma lettre, avec ce que je vous demande de réparer avant que l'hiver n'arrive pour de bon.",
                LettersPdf.letter("Paule Essai", "nid de poule", ROAD),
                ""));
        UUID batch = intake.take(item).id().value();
        assertThat(intake.take(item).first()).isFalse();
        await().atMost(LONG).until(() -> batches.waiting(batch) == 1);
        leavesAllAsItWasWhenItDiesBeforeTheEnd(batch);

        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "odile");
            page.navigate(url("/courrier"));
            assertThat(page.locator("#batches")).containsText("1 attend quelqu’un");
            page.locator(".batches header a").first().click();
            assertThat(page.locator(".sums")).containsText("4 pages = 3 à couper1 blanche");
            page.locator("a[role=button]").first().click();
            page.waitForSelector("li.begins.odd");
            assertThat(page.locator("#page-3")).isChecked();
            assertThat(page.locator("#page-2")).isFocused();
            double small = page.locator("#cut li").first().boundingBox().width;
            page.keyboard().press("a");
            assertThat(page.locator("#page-2")).isFocused();
            assertThat(page.locator("#cut li").first().boundingBox().width).isGreaterThan(2 * small);
            page.keyboard().press("a");
            page.keyboard().press(" ");
            assertThat(page.locator("#cut-count")).hasText("(3)");
            page.keyboard().press("z");
            assertThat(page.locator("#cut-count")).hasText("(2)");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#page-3")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(".flash")).containsText("C’est coupé");
            page.navigate(url("/courrier"));
            page.waitForSelector("html.js");
            intake.take(Batches.scan(LettersPdf.of(LettersPdf.letter("Zoé Exemple", "nid de poule", ROAD))));
            assertThat(page.locator(".batches > li"))
                    .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        }
        await().atMost(LONG).until(() -> batches.onDesks(batch) == 2);

        assertThat(cutting.cut(batch, 1, List.of(2, 3), List.of(), "odile")).isZero();
        assertThat(batches.lettersOfPages(batch)).containsExactly("1 1", "2 1", "3 2", "4 2");
        assertThat(jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                        .query(Long.class)
                        .single())
                .isZero();
        saysThatAFileCameAgain(item);
        servesEachPictureToWhoMaySeeIt(batch);
        findsBySenderAndSetsTheDayRight(batch);
    }

    private void leavesAllAsItWasWhenItDiesBeforeTheEnd(UUID batch) {
        new TransactionTemplate(transactions).executeWithoutResult(unread -> {
            jdbc.sql("delete from page p using batch b where b.id = ? and p.source = b.source"
                            + " and p.reference = b.reference and p.number = 4")
                    .param(batch)
                    .update();
            cutting.cut(batch, 1, List.of(3), List.of(), "odile");
            assertThat(batches.lettersOfPages(batch))
                    .as("a page is still to be read: the second letter may be in it")
                    .containsExactly("1 1", "2 1", "3 5");
            unread.setRollbackOnly();
        });
        new TransactionTemplate(transactions).executeWithoutResult(killed -> {
            assertThat(cutting.cut(batch, 1, List.of(3), List.of(), "odile")).isEqualTo(2);
            killed.setRollbackOnly();
        });

        assertThat(batches.waiting(batch)).isEqualTo(1);
        assertThat(batches.lettersOfPages(batch)).containsExactly("1 1", "2 1", "3 1", "4 1");
        assertThat(batches.inFlight()).isEqualTo(1);
    }

    /** The hub itself took it twice above, as after a kill: that is no second drop. */
    private void saysThatAFileCameAgain(RawItem item) {
        Visitor odile = new Visitor(port).signIn("odile", DeskData.PASSWORD);
        assertThat(odile.get("/courrier").body())
                .doesNotContain("déposé à nouveau")
                .contains("/plis", "/eliminations", "/impressions");
        intake.take(new RawItem(
                ChannelKind.LETTER,
                item.source(),
                item.reference(),
                item.receivedAt().plusSeconds(60),
                item.mediaType(),
                Map.of("fileName", "lot-du-soir.pdf"),
                item.content()));
        assertThat(odile.get("/courrier").body()).contains("déposé à nouveau", "lot-du-soir.pdf");
        assertThat(odile.get("/plis").statusCode()).isEqualTo(200);
    }

    private void servesEachPictureToWhoMaySeeIt(UUID batch) {
        Visitor odile = new Visitor(port).signIn("odile", DeskData.PASSWORD);
        assertThat(odile.get("/courrier/lots/" + batch + "/pages/1").statusCode())
                .isEqualTo(404);
        String second = batches.ticketOf(batch, 2);
        String pages = "/demandes/" + second + "/courriers/" + batches.contactOf(batch, 2) + "/pages/";
        assertThat(odile.get(pages + "3").statusCode()).isEqualTo(404);
        Visitor agent = new Visitor(port).signIn("agent", DeskData.PASSWORD);
        assertThat(agent.get(pages + "3").headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(agent.get(pages + "1").statusCode()).isEqualTo(404);
        assertThat(agent.get("/demandes/" + second + "/originaux/" + batches.contactOf(batch, 2))
                        .statusCode())
                .isEqualTo(404);
        assertThat(agent.get("/courrier").statusCode()).isEqualTo(403);
    }

    private void findsBySenderAndSetsTheDayRight(UUID batch) {
        Visitor odile = new Visitor(port).signIn("odile", DeskData.PASSWORD);
        assertThat(odile.get("/courrier?expediteur=essa").body())
                .contains(batches.ticketOf(batch, 2), "Mme Paule Essai")
                .doesNotContain(batches.ticketOf(batch, 1));
        assertThat(odile.get("/courrier?numero=" + batches.ticketOf(batch, 1)).body())
                .contains("Mme Lucie Lemaire");
        assertThat(odile.get("/courrier?expediteur=voitures").body()).contains("Aucun courrier");
        LocalDate day = DeskData.today().minusDays(4);
        List<LocalDate> before = batches.due(batch);

        assertThat(odile.post("/courrier/lots/" + batch + "/plis/2/arrivee", Map.of("jour", day.toString()))
                        .body())
                .contains("Le jour d’arrivée est corrigé");

        assertThat(batches.due(batch)).isNotEqualTo(before);
        assertThat(jdbc.sql("select reason from deadline d join ticket t on t.id = d.ticket_id where t.number = ?")
                        .param(batches.ticketOf(batch, 2))
                        .query(String.class)
                        .list())
                .allSatisfy(reason -> assertThat(reason).startsWith("Arrivée le " + day.getDayOfMonth()));
        assertThat(odile.post(
                                "/courrier/lots/" + batch + "/plis/2/arrivee",
                                Map.of("jour", DeskData.today().plusDays(2).toString()))
                        .body())
                .contains("ne convient pas");
    }

    /** Each of them says that another page begins a letter; the pages are those of whoever came first. */
    @Test
    void letsOneOfTwoClerksCutAndTellsTheOther() {
        data.person("marc", "Marc Courrier", Right.everywhere(Kind.MAILROOM));
        UUID batch = intake.take(Batches.scan(LettersPdf.of(
                        LettersPdf.letter("Lucie Lemaire", "nid de poule", ROAD),
                        LettersPdf.letter("Paule Essai", "nid de poule", ROAD),
                        LettersPdf.letter("Zoé Exemple", "nid de poule", ROAD))))
                .id()
                .value();
        await().atMost(LONG).until(() -> batches.waiting(batch) == 1);
        String address = "/courrier/lots/" + batch + "/couper/1";
        Map<String, String> begins = Map.of("odile", "2", "marc", "3");
        CountDownLatch ready = new CountDownLatch(2);
        List<CompletableFuture<String>> both = begins.entrySet().stream()
                .map(clerk -> CompletableFuture.supplyAsync(() -> {
                    Visitor visitor = new Visitor(port).signIn(clerk.getKey(), DeskData.PASSWORD);
                    assertThat(visitor.get(address).statusCode()).isEqualTo(200);
                    ready.countDown();
                    return visitor.post(address, togetherWith(ready, Map.of("debut", clerk.getValue())))
                            .body();
                }))
                .toList();

        List<String> told = both.stream().map(CompletableFuture::join).toList();

        assertThat(told).filteredOn(body -> body.contains("C’est coupé")).hasSize(1);
        assertThat(told)
                .filteredOn(body -> body.contains("Ce pli avait déjà été coupé"))
                .hasSize(1);
        await().atMost(LONG).until(() -> batches.onDesks(batch) == 2);
        assertThat(batches.lettersOfPages(batch)).isIn(List.of("1 1", "2 2", "3 2"), List.of("1 1", "2 1", "3 2"));
        assertThat(batches.letters(batch)).isEqualTo(2);
        assertThat(jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Returns once both have got so far. */
    private static <T> T togetherWith(CountDownLatch both, T what) {
        try {
            assertThat(both.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return what;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void setsAsideAFileOfBlankSheetsUntilAPersonHasLooked() {
        UUID batch = intake.take(Batches.scan(LettersPdf.of("", ""))).id().value();
        await().atMost(LONG).until(() -> "quarantined".equals(batches.outcome(batch)));
        Visitor odile = new Visitor(port).signIn("odile", DeskData.PASSWORD);
        assertThat(odile.get("/a-reprendre").body())
                .contains("aucune page de courrier dans le fichier : 2 pages blanches")
                .contains("/courrier/lots/" + batch);
        assertThat(odile.get("/courrier/lots/" + batch + "/couper/1").body()).contains("Cette page n’est pas blanche");
        assertThat(odile.post("/courrier/lots/" + batch + "/couper/1", Map.of("debut", "2"))
                        .body())
                .contains("Il ne resterait aucune page de courrier");

        odile.post("/courrier/lots/" + batch + "/couper/1", Map.of("ecrite", "2"));

        await().atMost(LONG).until(() -> "opened".equals(batches.outcome(batch)));
        assertThat(jdbc.sql("select motive from ticket where number = ?")
                        .param(batches.ticketOf(batch, 1))
                        .query(String.class)
                        .single())
                .isEqualTo("A_QUALIFIER");
    }

    @Test
    void lightsAWordOnTheTextAndOnThePicture() throws IOException {
        UUID batch = intake.take(
                        Batches.scan(Files.readAllBytes(Path.of("src/test/resources/letters/two-letters.tif"))))
                .id()
                .value();
        await().atMost(LONG).until(() -> batches.onDesks(batch) == 2);
        SoftAssertions all = new SoftAssertions();
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "agent");
            page.navigate(url("/demandes/" + batches.ticketOf(batch, 2)));
            page.locator(".facing img").first().scrollIntoViewIfNeeded();
            page.locator(".facing .word").nth(3).click();
            assertThat(page.locator(".word.lit")).hasCount(1);
            assertThat(page.locator(".spot.lit")).hasCount(1);
            page.locator(".facing .text").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".word").nth(4)).hasClass("word lit");
            Looks.check(all, page, "courrier-lu");
        }
        all.assertAll();
    }

    @Test
    void passesAxeAndNeverScrollsSideways() {
        UUID batch = intake.take(Batches.scan(LettersPdf.of(
                        LettersPdf.letter("Lucie Lemaire", "nid de poule", ROAD),
                        LettersPdf.letter("Paule Essai", "nid de poule", ROAD),
                        "")))
                .id()
                .value();
        intake.take(Batches.scan(LettersPdf.of(LettersPdf.letter("Zoé Exemple", "nid de poule", ROAD))));
        intake.take(Batches.scan(LettersPdf.of("", "")));
        intake.take(Batches.scan("%PDF-1.4 rien".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        byte[] whole = Scans.pdf(4, "Bonjour, une lettre.");
        intake.take(Batches.scan(Arrays.copyOf(whole, whole.length / 2)));
        await().atMost(LONG).until(() -> batches.waiting(batch) == 1 && batches.inFlight() == 1);
        SoftAssertions all = new SoftAssertions();
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "odile");
            page.navigate(url("/courrier?expediteur=exemple"));
            assertThat(page.locator(".batch-in-part")).hasText("Lu en partie");
            assertThat(page.locator("#batches")).containsText("2 pages lues sur 4");
            assertThat(page.locator("#batches")).containsText("2 pages n’ont pas pu être lues");
            Looks.check(all, page, "courrier");
            page.navigate(url("/courrier/lots/" + batch));
            Looks.check(all, page, "lot");
            page.navigate(url("/courrier/lots/" + batch + "/couper/1"));
            assertThat(page.locator(".cut-pages img").first())
                    .hasJSProperty("complete", true, new LocatorAssertions.HasJSPropertyOptions().setTimeout(60_000));
            Looks.check(all, page, "couper");
        }
        all.assertAll();
    }

    private static Right[] agentEverywhere() {
        return List.of("MOBILITES_VOIRIE", "AUTONOMIE", "EDUCATION", "INSERTION", "TRIAGE", "FINANCES", "ACCUEIL")
                .stream()
                .map(each -> Right.in(Kind.AGENT, each))
                .toArray(Right[]::new);
    }

    private Page signIn(BrowserContext context, String login) {
        return SignedIn.page(context, port, login, DeskData.PASSWORD);
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
