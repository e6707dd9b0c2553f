package fr.aubette.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.Looks;
import fr.aubette.hub.SignedIn;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console in a real browser. With {@code -Daubette.screens=folder} it also leaves pictures there. */
@HubTest
class ConsoleIT {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Town town;

    @BeforeEach
    void fill() {
        data.clear();
        town = new Town(data).people().tickets();
        jdbc.sql(
                        "insert into addressee (ticket_id, role, name, mail) select id, 'official', 'Hélène Vasseur, conseillère départementale', 'h.vasseur@example.org' from ticket where number = ?")
                .param(town.story)
                .update();
        jdbc.sql(
                        "insert into addressee (ticket_id, role, name, answered_at, answered_by) select id, 'citizen', 'Mme Perrin', now(), 'claire' from ticket where number = ?")
                .param(town.story)
                .update();
        jdbc.sql("""
                        update ticket set routed_to = case when number = ? then 'ENVIRONNEMENT' else directorate end,
                               routed_as = motive, routed_by = 'words-' || motive, routed_with = '0a1b2c3d'
                        """).param(town.other).update();
    }

    @Test
    void givesAFalseAlarmBackByOneKeyAndTakesItBack() {
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "nadia");
            page.navigate(url("/demandes/" + town.secret));
            press(page, "f");
            page.keyboard().type("Façon de parler");
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("Façon de parler");
            press(page, "z");
            assertThat(page.locator("#ticket")).containsText("a remis la demande dans le circuit protégé");
        }
    }

    @Test
    void takesNotesAndSettlesByKeyboard() {
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "claire");
            page.navigate(url("/demandes?direction=MOBILITES_VOIRIE"));
            press(page, "j");
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForSelector("#act-take");
            press(page, "p");
            assertThat(page.locator(".pill")).containsText("En charge");
            press(page, "n");
            page.keyboard().type("Rappelée, prête à recevoir.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".timeline")).containsText("Rappelée, prête à recevoir.");
            press(page, "s");
            page.keyboard().type("Renseignée par téléphone.");
            page.keyboard().press("Enter");
            assertThat(page.locator(".pill")).containsText("Réglée");
        }
    }

    /** A shortcut works once the page's script has run, which on a busy machine comes after the page is drawn. */
    private static void press(Page page, String key) {
        page.waitForSelector("html.js");
        page.keyboard().press(key);
    }

    @Test
    void answersByKeyboard() {
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "claire");
            page.navigate(url("/demandes/" + town.other));
            press(page, "e");
            page.keyboard().type("Bonjour, la chaussée est fermée.");
            assertThat(page.locator("#reply-state")).containsText("enregistré à");
            page.locator("#reply-send").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#ticket")).containsText("la chaussée est fermée");
            assertThat(page.locator("#reply-text")).hasValue("");
        }
    }

    @Test
    void passesAxeAndNeverScrollsSideways() {
        jdbc.sql("""
                        insert into false_alarm (ticket_id, at, motive, directorate, actor, reason)
                        select id, now(), 'MAJEUR_VULNERABLE', 'AUTONOMIE', 'nadia', 'Façon de parler : « suicidaire »'
                        from ticket where number = ?
                        """).param(town.story).update();
        SoftAssertions all = new SoftAssertions();
        look(
                all,
                "nadia",
                Map.of(
                        "/demandes?direction=AUTONOMIE",
                        "liste-protegee",
                        "/a-reprendre",
                        "a-reprendre",
                        "/fausses-alertes",
                        "fausses-alertes",
                        "/demandes/" + town.secret,
                        "protegee"));
        look(
                all,
                "claire",
                Stream.of(
                                "/demandes?direction=MOBILITES_VOIRIE",
                                "/demandes/" + town.story,
                                "/comptes",
                                "/saisie",
                                "/ma-fiche",
                                "/a-poster",
                                "/absences",
                                "/recherche?q=nid",
                                "/demandes?filtre=shared&direction=MOBILITES_VOIRIE")
                        .collect(Collectors.toMap(address -> address, this::name)));
        look(all, "responsable.aides", Map.of("/a-signer", "a-signer"));
        look(
                all,
                "admin",
                Map.of(
                        "/agents", "agents",
                        "/supervision", "supervision",
                        "/comptes", "comptes-files",
                        "/orientation", "orientation",
                        "/mot-de-passe", "mot-de-passe"));
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = context.newPage();
            page.navigate(url("/connexion"));
            Looks.check(all, page, "connexion");
        }
        all.assertAll();
    }

    /** Each page that she may see, with the name of its picture. */
    private void look(SoftAssertions all, String login, Map<String, String> pages) {
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, login);
            pages.forEach((address, name) -> {
                Response response = page.navigate(url(address));
                all.assertThat(response == null ? 0 : response.status())
                        .as("%s answers", address)
                        .isEqualTo(200);
                Looks.check(all, page, name);
            });
        }
    }

    private String name(String address) {
        return address.replace(town.story, "une").replaceAll("\\W+", "-").replaceAll("^-", "");
    }

    private Page signIn(BrowserContext context, String login) {
        return SignedIn.page(context, port, login, DeskData.PASSWORD);
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
