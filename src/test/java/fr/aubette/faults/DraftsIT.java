package fr.aubette.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.aubette.desk.DeskData;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.SignedIn;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent types, in Chromium, over a colleague's claim, the session's end and a kill -9 of the hub. */
class DraftsIT {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private static final double SOON = 20_000;

    @TempDir
    Path folder;

    @Test
    void survivesAColleaguesClaimTheSessionsEndAndAKilledHub() throws Exception {
        try (HubProcess hub = new HubProcess(folder).embedded().set("aubette.embedded.broker-id", 77)) {
            hub.start();
            hub.awaitReady();
            JdbcClient jdbc = JdbcClient.create(hub.database());
            person(jdbc, "claire");
            person(jdbc, "denis");
            String number = ticket(jdbc);
            write(hub, jdbc, number);
        }
    }

    private void write(HubProcess hub, JdbcClient jdbc, String number) throws Exception {
        String root = "http://127.0.0.1:" + hub.httpPort();
        BrowserContext claire = BROWSER.newContext(new Browser.NewContextOptions().setLocale("fr-FR"));
        Page page = SignedIn.page(claire, hub.httpPort(), "claire", DeskData.PASSWORD);
        page.navigate(root + "/demandes/" + number);
        page.locator("#reply-text").focus();
        page.keyboard().type("Bonjour, ");
        saved(page, jdbc, "Bonjour, ");

        Page colleague = SignedIn.page(
                BROWSER.newContext(new Browser.NewContextOptions()), hub.httpPort(), "denis", DeskData.PASSWORD);
        colleague.navigate(root + "/demandes/" + number);
        colleague.locator("#act-take").click();
        assertThat(page.locator(".pill").first())
                .containsText("denis", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
        page.keyboard().type("votre route ");
        saved(page, jdbc, "Bonjour, votre route ");

        claire.clearCookies();
        page.keyboard().type("sera ");
        assertThat(page.locator("#reply-state"))
                .containsText("session", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
        SignedIn.page(claire, hub.httpPort(), "claire", DeskData.PASSWORD).close();
        saved(page, jdbc, "Bonjour, votre route sera ");

        hub.kill();
        page.keyboard().type("réparée");
        assertThat(page.locator("#reply-state"))
                .containsText("ne répond pas", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
        hub.start();
        hub.awaitReady();
        JdbcClient again = JdbcClient.create(hub.database());
        SignedIn.page(claire, hub.httpPort(), "claire", DeskData.PASSWORD).close();
        saved(page, again, "Bonjour, votre route sera réparée");

        page.navigate(root + "/demandes/" + number);
        assertThat(page.locator("#reply-text")).hasValue("Bonjour, votre route sera réparée");
    }

    private static void saved(Page page, JdbcClient jdbc, String text) {
        assertThat(page.locator("#reply-state"))
                .containsText("enregistré à", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMillis((long) SOON))
                .untilAsserted(() -> assertThat(jdbc.sql("select body from answer where state = 'draft'")
                                .query(String.class)
                                .list())
                        .containsExactly(text));
        assertThat(page.locator("#reply-text")).hasValue(text);
    }

    private static void person(JdbcClient jdbc, String login) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into account (id, login, display_name, password, created_at) values (?, ?, ?, ?, now())")
                .params(id, login, login, DeskData.HASH)
                .update();
        jdbc.sql("insert into account_right (account_id, kind, directorate) values (?, 'agent', 'MOBILITES_VOIRIE')")
                .param(id)
                .update();
    }

    private static String ticket(JdbcClient jdbc) {
        UUID id = UUID.randomUUID();
        String number = fr.aubette.model.TicketNumber.of(2026, 990_001).value();
        jdbc.sql("""
                        insert into ticket (id, number, motive, directorate, subject, priority, status, opened_at,
                                            last_contact_at)
                        values (?, ?, 'ROUTES', 'MOBILITES_VOIRIE', 'Trou', 'normal', 'open', now(), now())
                        """).params(id, number).update();
        jdbc.sql("insert into attribution (ticket_id, directorate, role) values (?, 'MOBILITES_VOIRIE', 'lead')")
                .param(id)
                .update();
        return number;
    }
}
