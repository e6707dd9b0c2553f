package fr.aubette.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.Looks;
import fr.aubette.model.IntakeId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The citizens' forms in a real browser. With {@code -Daubette.screens=folder} it also leaves pictures there. */
@HubTest
class FormPagesIT {

    /** More than all that can be reached on a form. */
    private static final int MOST_TABS = 40;

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void takeARequestByKeyboardAloneOnATelephoneWithoutScript() {
        String subject = "Arrêt de car supprimé " + UUID.randomUUID();
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR")
                .setViewportSize(360, 800)
                .setJavaScriptEnabled(false)
                .setHasTouch(true))) {
            Page page = context.newPage();
            page.navigate(url("/formulaires"));
            tabTo(page, "a[href*='/formulaires/contact']");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/formulaires/contact"));

            type(page, "objet", subject);
            type(page, "message", "Le car de 7 h 40 ne passe plus.\nQui peut m'aider ?");
            type(page, "nom", "Lemaire");
            type(page, "telephone", "abc");
            tabTo(page, "button[type=submit]");
            page.keyboard().press("Enter");

            Locator summary = page.locator("[role=alert]");
            assertThat(summary).containsText("Téléphone");
            assertThat(page.locator("[name=objet]")).hasValue(subject);
            tabTo(page, "a[href='#f-telephone']");
            page.keyboard().press("Enter");
            tabTo(page, "[name=telephone]");
            page.keyboard().press("Control+A");
            page.keyboard().type("06 39 98 01 41");
            tabTo(page, "button[type=submit]");
            page.keyboard().press("Enter");

            assertThat(page.locator(".reference")).hasText(Pattern.compile("[0-9A-F]{5}-[0-9A-F]{5}"));
            String reference = page.locator(".reference").textContent();
            Assertions.assertThat(jdbc.sql("select id from intake order by taken_at desc limit 20")
                            .query(UUID.class)
                            .list())
                    .extracting(id -> new IntakeId(id).shortReference())
                    .contains(reference);
        }
    }

    @Test
    void passAxeAndNeverScrollSideways() {
        SoftAssertions all = new SoftAssertions();
        for (String locale : List.of("fr-FR", "en-GB")) {
            try (BrowserContext context = BROWSER.newContext(Looks.window(locale))) {
                lookAtAll(all, context.newPage(), locale);
            }
        }
        all.assertAll();
    }

    private void lookAtAll(SoftAssertions all, Page page, String locale) {
        page.navigate(url("/formulaires"));
        check(all, page, "formulaires", locale);
        page.navigate(url("/formulaires/voirie"));
        check(all, page, "voirie", locale);
        page.navigate(url("/formulaires/contact"));
        check(all, page, "contact", locale);
        page.locator("[name=message]").fill("Un message.");
        page.locator("[name=naissance]").fill("le 40 mai");
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).isVisible();
        check(all, page, "a-corriger", locale);
        page.locator("[name=naissance]").fill("19/08/1942");
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".reference")).isVisible();
        check(all, page, "recu", locale);
    }

    private static void check(SoftAssertions all, Page page, String name, String locale) {
        Looks.check(all, page, "portail-" + name + "-" + locale);
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, "[name=" + field + "]");
        page.keyboard().type(text);
    }

    /** Goes on from control to control until this one has the focus, and shows it. */
    private static void tabTo(Page page, String selector) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            Locator here = page.locator(":focus");
            if (page.locator(selector + ":focus").count() == 1) {
                Assertions.assertThat(
                                here.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow"))
                        .as("the focus on %s shows", selector)
                        .isNotEqualTo("nonenone");
                return;
            }
        }
        throw new AssertionError("no Tab leads to " + selector);
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
