package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.SignedIn;
import fr.aubette.model.Counter;
import fr.aubette.model.Person;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Citizens in the console: found as one types, asked about, merged, taken apart, hidden. */
@HubTest
class CitizensIT {

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private UUID robert = new UUID(0, 0);
    private UUID roger = new UUID(0, 0);
    private UUID contact = new UUID(0, 0);
    private String number = "";

    @BeforeEach
    void fill() {
        data.clear();
        data.agent("bruno", "Bruno Sauvage", "AUTONOMIE");
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE");
        data.person("nadia", "Nadia Ferhat", Right.in(Kind.AGENT, "AUTONOMIE"), Right.in(Kind.PROTECTED, "AUTONOMIE"));
        KnownPeople people = new KnownPeople(jdbc);
        robert = people.citizen(
                "Lefèvre-Ben Ali",
                "Robert Marie",
                "1942-08-19",
                "+33639980151",
                "robert.lefevre@example.org",
                "12 rue du Gué 96310 Clairmont");
        roger = people.citizen("Lefebvre", "Roger", "1942-08-19", "+33639980152", "", "12 rue du Gué 96310 Clairmont");
        people.citizen("Vasseur", "Simone", "1950-01-02", "+33639980153", "", "");
        Person caller = new Person(
                Optional.empty(),
                Optional.of("Lefevre"),
                Optional.of("R"),
                Optional.of(LocalDate.of(1942, 8, 19)),
                List.of("+33639980154"),
                List.of(),
                Optional.of("12 rue du Gué, 96310 Clairmont"));
        DeskData.Draft draft = data.ticket("APA", "AUTONOMIE", "Révision du plan d’aide")
                .service("APA")
                .open((UUID) null)
                .due("ACKNOWLEDGEMENT", DeskData.today().plusDays(3), "CASF R232-23", "10 jours");
        contact = draft.said(
                new Counter("Maison du Département, Clairmont", "bruno", Counter.Entry.CALL),
                Instant.now(),
                caller,
                "Où en est mon dossier ?");
        number = draft.number();
        jdbc.sql("insert into identity_question (contact_id, rank, citizen_id) values (?, 1, ?), (?, 2, ?)")
                .params(contact, robert, contact, roger)
                .update();
        jdbc.sql("update contact set certainty = 'AMBIGUOUS'").update();
    }

    private Visitor visitor(String login) {
        return new Visitor(port).signIn(login, DeskData.PASSWORD);
    }

    /** Somebody of whom only contacts have told, also in a matter that few see. */
    private void metInAHiddenMatterToo(UUID citizen) {
        jdbc.sql("update citizen_fact set source = 'contact' where citizen_id = ?")
                .param(citizen)
                .update();
        data.ticket("MAJEUR_VULNERABLE", "AUTONOMIE", "Secret")
                .priority("protected")
                .open(citizen);
        data.ticket("ROUTES", "MOBILITES_VOIRIE", "Trou").open(citizen);
    }

    @Test
    void areFoundByAnyWrittenForm() {
        Visitor bruno = visitor("bruno");
        SoftAssertions all = new SoftAssertions();
        for (String typed : List.of(
                "lefevre-ben",
                "Lefèvre Ben Ali Rob",
                "LEFEBVRE BEN ALI ROBERT",
                "robert lefev",
                "M. Benali Robert",
                "06 39 98 01 51",
                "06.39.98.01.51",
                "+33 6 39 98 01 51",
                "0033639980151",
                "robert.lefevre@ex",
                "19/08/1942",
                "19.8.42",
                "1942-08-19",
                "19 août 1942",
                "lefevre ben ali 19/08/1942",
                "lefevre ben ali 1942")) {
            String found = bruno.get("/recherche/usagers?q="
                            + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8))
                    .body();
            all.assertThat(found).as(typed).contains("Robert Marie Lefèvre-Ben Ali");
            all.assertThat(found).as(typed).doesNotContain("Vasseur");
        }
        all.assertAll();
    }

    @Test
    void areUnknownToWhoMayNotKnowOfThem() {
        KnownPeople people = new KnownPeople(jdbc);
        UUID hidden = people.citizen("Troncquoy", "Zéphyrine", "", "+33639980161", "", "");
        data.ticket("MAJEUR_VULNERABLE", "AUTONOMIE", "Ecchymoses")
                .priority("protected")
                .open(hidden);
        metInAHiddenMatterToo(people.citizen("Quentric", "Anastase", "", "+33639980162", "", ""));
        Visitor voirie = visitor("voirie");
        Visitor nadia = visitor("nadia");
        visitor("nadia").get("/usagers/" + roger);
        Visitor hider = visitor("nadia");
        hider.get("/usagers/" + roger);
        hider.post("/usagers/" + roger + "/confidentialite", Map.of("confidential", "true"));

        assertThat(voirie.get("/recherche?q=troncquoy").body()).doesNotContain("Zéphyrine");
        assertThat(voirie.get("/usagers/" + hidden).statusCode()).isEqualTo(404);
        assertThat(nadia.get("/recherche?q=troncquoy").body()).contains("Zéphyrine");
        assertThat(voirie.get("/recherche?q=quentric").body())
                .contains("Anastase")
                .doesNotContain("39980162", "39 98 01 62");
        assertThat(voirie.get("/recherche/usagers?q=0639980162").body()).doesNotContain("Anastase");
        assertThat(nadia.get("/recherche/usagers?q=0639980162").body()).contains("Anastase");
        assertThat(voirie.get("/recherche/usagers?q=roger").body()).doesNotContain("Roger");
        assertThat(visitor("bruno").get("/a-rapprocher").body()).contains("Rien n’attend");
        assertThat(nadia.get("/a-rapprocher").body()).contains("Roger");
        assertThat(voirie.post("/usagers/" + robert + "/confidentialite", Map.of("confidential", "true"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(jdbc.sql("select changed_by from confidential_change")
                        .query(String.class)
                        .list())
                .containsExactly("nadia");
    }

    /** Who only knows a number, or half a mail address, does not learn from the program whose it is. */
    @Test
    void areUnknownToWhoKnowsOnlyTheNumberOfAnotherDirectoratesFile() {
        KnownPeople people = new KnownPeople(jdbc);
        UUID holder = people.citizen("Ravenel", "Hortense", "1938-03-04", "", "", "");
        jdbc.sql(
                        "insert into case_file values ('solis', 'APA2023777001', ?, 'APA-2023-777001', 'AUTONOMIE', '', '', now())")
                .param(holder)
                .update();
        metInAHiddenMatterToo(people.citizen("Quentric", "Anastase", "", "", "zorro77@example.org", ""));
        DeskData.Draft asked =
                data.ticket("ROUTES", "MOBILITES_VOIRIE", "Dossier cité seul").open((UUID) null);
        UUID quoting = asked.said(
                new Counter("Accueil", "voirie", Counter.Entry.VISIT), Instant.now(), Person.unknown(), "Bonjour");
        jdbc.sql("insert into identity_question (contact_id, rank, citizen_id) values (?, 1, ?)")
                .params(quoting, holder)
                .update();
        jdbc.sql("update contact set certainty = 'AMBIGUOUS' where id = ?")
                .param(quoting)
                .update();
        jdbc.sql(
                        "insert into ticket_case_file (ticket_id, case_file) select id, 'APA2023777001' from ticket where number = ?")
                .param(asked.number())
                .update();
        Visitor voirie = visitor("voirie");

        assertThat(visitor("bruno").get("/recherche/usagers?q=APA-2023-777001").body())
                .contains("Hortense");
        assertThat(voirie.get("/recherche/usagers?q=APA-2023-777001").body()).doesNotContain("Hortense");
        assertThat(voirie.get("/recherche/usagers?q=zorro77").body()).doesNotContain("Anastase");
        assertThat(voirie.get("/a-rapprocher").body()).doesNotContain("Hortense");
        assertThat(voirie.get("/demandes/" + asked.number()).body())
                .contains("Dossier cité seul")
                .doesNotContain("Hortense");
    }

    @Test
    void areDecidedByOneKeyAndTakenApartAgain() {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox")));
                BrowserContext context = browser.newContext(
                        new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(1440, 900))) {
            Page page = SignedIn.page(context, port, "bruno", DeskData.PASSWORD);
            page.waitForSelector("html.js");
            looksRight(page, "/a-rapprocher", "a-rapprocher");
            looksRight(page, "/usagers/" + robert + "?q=lefebvre", "usager");
            looksRight(page, "/usagers/" + robert + "/avec/" + roger, "comparer");
            looksRight(page, "/recherche?q=lefe", "recherche-usagers");

            page.keyboard().press("/");
            page.keyboard().press("Control+a");
            page.keyboard().type("lefebvre rog");
            page.waitForSelector("[data-quick]");
            shoot(page, "recherche-en-tapant");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Roger Lefebvre");

            page.navigate(url("/a-rapprocher"));
            page.waitForSelector("html.js");
            page.keyboard().press("1");
            PlaywrightAssertions.assertThat(page.locator(".flash")).containsText("une seule personne");
            PlaywrightAssertions.assertThat(page.locator(".empty")).containsText("Rien n’attend");
            page.navigate(url("/demandes/" + number));
            PlaywrightAssertions.assertThat(page.locator(".timeline")).containsText("a reconnu l’usager");
            page.navigate(url("/usagers/" + robert));
            PlaywrightAssertions.assertThat(page.locator("body")).containsText("Fiches réunies");
            assertThat(page.locator("body").textContent()).contains("06\u00a039\u00a098\u00a001\u00a054", number);
            page.click("text=Séparer");
            PlaywrightAssertions.assertThat(page.locator(".flash")).containsText("de nouveau séparées");
        }
    }

    @Test
    void areNeverTheSameOnceAPersonHasSaidSo() {
        Visitor bruno = visitor("bruno");
        bruno.get("/a-rapprocher");
        bruno.post("/a-rapprocher/" + contact + "/jamais", Map.of("citizen", roger.toString()));
        assertThat(bruno.get("/a-rapprocher").body()).contains("Robert Marie").doesNotContain("Roger");
        bruno.post("/a-rapprocher/" + contact + "/aucune", Map.of());

        assertThat(bruno.get("/a-rapprocher").body()).contains("Rien n’attend");
        UUID own = jdbc.sql("select citizen_id from contact where id = ?")
                .param(contact)
                .query(UUID.class)
                .single();
        assertThat(jdbc.sql("select opened_id from identity_answer where citizen_id is null")
                        .query(UUID.class)
                        .single())
                .isEqualTo(own);
        assertThat(jdbc.sql("select citizen_id from ticket where number = ?")
                        .param(number)
                        .query(UUID.class)
                        .single())
                .isEqualTo(own);
        String refused = bruno.post("/usagers/" + own + "/reunir", Map.of("other", roger.toString(), "reason", "x"))
                .body();
        assertThat(refused).contains("jamais la même");
        bruno.post("/usagers/" + own + "/reunir", Map.of("other", robert.toString(), "reason", "même dossier"));
        assertThat(jdbc.sql("select count(distinct person) from citizen where person is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void looksRight(Page page, String address, String name) {
        for (int width : new int[] {1440, 768, 360}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.navigate(url(address));
                shoot(page, name + "-" + width + "-" + scheme.name().toLowerCase());
                assertThat((Integer) page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("%s scrolls sideways at %d", address, width)
                        .isNotPositive();
            }
            if (width != 768) {
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("%s at %d", address, width)
                        .extracting(each ->
                                each.getId() + " " + each.getNodes().get(0).getHtml())
                        .isEmpty();
            }
        }
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void shoot(Page page, String name) {
        String folder = System.getProperty("aubette.screens", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
