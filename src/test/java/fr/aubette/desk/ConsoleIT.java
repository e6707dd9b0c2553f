package fr.aubette.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import java.nio.file.Path;
import java.util.List;
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
        try (BrowserContext context = BROWSER.newContext(french(1440, ColorScheme.LIGHT))) {
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
        try (BrowserContext context = BROWSER.newContext(french(1440, ColorScheme.LIGHT))) {
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
        try (BrowserContext context = BROWSER.newContext(french(1440, ColorScheme.LIGHT))) {
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
        for (int width : new int[] {1440, 768, 360}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                try (BrowserContext context = BROWSER.newContext(french(width, scheme))) {
                    Page page = signIn(context, "nadia");
                    check(all, page, "/demandes?direction=AUTONOMIE", "liste-protegee", width, scheme);
                    check(all, page, "/a-reprendre", "a-reprendre", width, scheme);
                    check(all, page, "/fausses-alertes", "fausses-alertes", width, scheme);
                    check(all, page, "/demandes/" + town.secret, "protegee", width, scheme);
                }
                try (BrowserContext context = BROWSER.newContext(french(width, scheme))) {
                    Page page = signIn(context, "claire");
                    for (String address : List.of(
                            "/demandes?direction=MOBILITES_VOIRIE",
                            "/demandes/" + town.story,
                            "/comptes",
                            "/saisie",
                            "/ma-fiche",
                            "/a-poster",
                            "/absences",
                            "/recherche?q=nid",
                            "/demandes?filtre=shared&direction=MOBILITES_VOIRIE")) {
                        check(all, page, address, name(address), width, scheme);
                    }
                }
                try (BrowserContext context = BROWSER.newContext(french(width, scheme))) {
                    Page page = signIn(context, "responsable.aides");
                    check(all, page, "/a-signer", "a-signer", width, scheme);
                }
                try (BrowserContext context = BROWSER.newContext(french(width, scheme))) {
                    Page page = context.newPage();
                    check(all, page, "/connexion", "connexion", width, scheme);
                    signIn(page, "admin");
                    check(all, page, "/agents", "agents", width, scheme);
                    check(all, page, "/supervision", "supervision", width, scheme);
                    check(all, page, "/comptes", "comptes-files", width, scheme);
                    check(all, page, "/orientation", "orientation", width, scheme);
                    check(all, page, "/mot-de-passe", "mot-de-passe", width, scheme);
                }
            }
        }
        all.assertAll();
    }

    private String name(String address) {
        return address.replace(town.story, "une").replaceAll("\\W+", "-").replaceAll("^-", "");
    }

    private void check(SoftAssertions all, Page page, String address, String name, int width, ColorScheme scheme) {
        Response response = page.navigate(url(address));
        all.assertThat(response == null ? 0 : response.status())
                .as("%s answers", address)
                .isEqualTo(200);
        String folder = System.getProperty("aubette.screens", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            folder, name + "-" + width + "-" + scheme.name().toLowerCase() + ".png"))
                    .setFullPage(true));
        }
        all.assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s scrolls sideways at %d", address, width)
                .isNotPositive();
        if (width == 768 || width == 360 && scheme == ColorScheme.DARK) {
            return;
        }
        all.assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("%s at %d %s", address, width, scheme)
                .extracting(each -> each.getId() + " "
                        + each.getNodes().stream()
                                .map(n -> n.getHtml())
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    private Page signIn(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(url("/connexion"));
        return signIn(page, login);
    }

    private Page signIn(Page page, String login) {
        page.setDefaultTimeout(10_000);
        page.fill("#username", login);
        page.fill("#password", DeskData.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("nav");
        return page;
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }

    private static Browser.NewContextOptions french(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setViewportSize(width, 900)
                .setColorScheme(scheme);
    }
}
