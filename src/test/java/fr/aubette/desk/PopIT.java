package fr.aubette.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.Looks;
import fr.aubette.hub.SignedIn;
import fr.aubette.model.LiveMember;
import fr.aubette.switchboard.CallBoard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The screen of an agent whose telephone rings, in a real browser. */
@HubTest
class PopIT {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    CallData data;

    @Autowired
    CallBoard board;

    @LocalServerPort
    int port;

    @BeforeEach
    void people() {
        board.calls().forEach(each -> board.heard(each.ended()));
        data.fill();
        data.seat("ines", "101");
        data.seat("omar", "102");
    }

    @Test
    void showsTheCitizenToTheAgentWhoIsRungAndToNobodyElse() {
        try (BrowserContext one = BROWSER.newContext(Looks.window("fr-FR"));
                BrowserContext other = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(one, "ines");
            Page omar = signIn(other, "omar");
            CallScene call = new CallScene("pop.1", CallData.CLAIRE);
            board.heard(call.began());
            board.heard(call.rings("101"));
            assertThat(ines.locator(".call h2")).containsText("Claire Chauvin");
            assertThat(ines.locator(".call .matters")).containsText("Contenu réservé");
            assertThat(ines.locator("#calls-said")).containsText("Appel entrant : Claire Chauvin, 1 demande en cours");
            assertThat(omar.locator(".call")).hasCount(0);
            board.heard(call.ringsNoMore("101"));
            assertThat(ines.locator(".call")).hasCount(0);
            board.heard(call.ended());
        }
    }

    @Test
    void neverShowsAFileThatTheAgentMayNotSee() {
        try (BrowserContext one = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(one, "ines");
            CallScene hidden = new CallScene("pop.2", CallData.HIDDEN);
            board.heard(hidden.began());
            board.heard(hidden.rings("101"));
            assertThat(ines.locator(".call h2")).hasText("Numéro inconnu");
            Assertions.assertThat(ines.locator("#calls").textContent()).doesNotContain("Perrin");
            board.heard(hidden.ended());
            CallScene withheld = new CallScene("pop.3", "");
            board.heard(withheld.rings("101"));
            assertThat(ines.locator(".call h2")).hasText("Numéro masqué");
            board.heard(withheld.ended());
            CallScene household = new CallScene("pop.4", CallData.SHARED);
            board.heard(household.rings("101"));
            assertThat(ines.locator(".call h2")).hasText("2 personnes possibles");
            assertThat(ines.locator(".call .callers > li")).hasCount(2);
            assertThat(ines.locator(".call .callers")).containsText("partagé avec 1 autre personne");
            board.heard(household.ended());
        }
    }

    @Test
    void keepsTheNoteWhenTheNextCallRingsAndSettlesItInThreeKeys() {
        try (BrowserContext one = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(one, "ines");
            ines.navigate(url("/recherche?q=rien"));
            ines.waitForSelector("html.js");
            CallScene first = new CallScene("pop.5", CallData.CLAIRE);
            board.heard(first.rings("101"));
            ines.waitForSelector(".call.ringing");
            Assertions.assertThat(focused(ines)).as("the focus stays").isEqualTo("BODY");
            board.heard(first.answered("101"));
            ines.waitForSelector(".call form");
            Assertions.assertThat(focused(ines)).as("the focus stays").isEqualTo("BODY");
            assertThat(ines.locator(".call [name=motif]")).hasValue("APA");
            assertThat(ines.locator(".call .helplines")).containsText("119");
            assertThat(ines.locator(".call .helplines")).containsText("Danger immédiat : 17");
            ines.keyboard().press("a");
            ines.keyboard().press("n");
            ines.keyboard().type("Rappelle pour son père");
            CallScene second = new CallScene("pop.6", "+33639980177");
            board.heard(second.rings("101"));
            assertThat(ines.locator(".call.ringing")).hasCount(1);
            assertThat(ines.locator(".call textarea")).isFocused();
            ines.keyboard().type(", visite demandée");
            data.awaitDraft("pop.5", "Rappelle pour son père, visite demandée");
            ines.reload();
            assertThat(ines.locator(".call textarea")).hasValue("Rappelle pour son père, visite demandée");
            board.heard(first.ended());
            board.heard(second.ended());
            assertThat(ines.locator(".call.ringing")).hasCount(0);
            assertThat(ines.locator(".call-state")).hasText("Appel terminé");
            ines.waitForSelector("html.js");
            ines.keyboard().press("a");
            ines.keyboard().press("s");
            ines.keyboard().press("Enter");
            assertThat(ines.locator(".call")).containsText("réglé au premier niveau");
            data.callCame("pop.5", CallData.CLAIRE, Instant.now());
            data.awaitSettled("pop.5");
        }
    }

    @Test
    void takesAFinishedFormBackByKeyboard() {
        try (BrowserContext one = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(one, "ines");
            ines.waitForSelector("html.js");
            CallScene call = new CallScene("pop.8", CallData.CLAIRE);
            board.heard(call.answered("101"));
            ines.waitForSelector(".call form");
            ines.keyboard().press("a");
            ines.keyboard().press("n");
            ines.keyboard().type("Trop vite");
            ines.keyboard().press("Control+Enter");
            assertThat(ines.locator(".call.done")).containsText("Reprendre la fiche");
            assertThat(ines.locator("#calls-said")).containsText("Appel noté");
            ines.keyboard().press("Alt+a");
            ines.keyboard().press("Tab");
            ines.keyboard().press("Tab");
            ines.keyboard().press("Enter");
            assertThat(ines.locator(".call textarea")).hasValue("Trop vite");
            assertThat(ines.locator(".call:focus, .call :focus")).hasCount(1);
            board.heard(call.ended());
        }
    }

    @Test
    void isAnnouncedAndLeavesTheFocusWhereItIs() {
        try (BrowserContext one = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(one, "ines");
            ines.navigate(url("/recherche?q=rien"));
            ines.waitForSelector("html.js");
            ines.locator("main input[type=search], input[name=q]").first().focus();
            String before = String.valueOf(ines.evaluate("document.activeElement.outerHTML"));
            CallScene call = new CallScene("pop.9", CallData.CLAIRE);
            board.heard(call.rings("101"));
            assertThat(ines.locator("#calls-said")).containsText("Appel entrant : Claire Chauvin");
            assertThat(ines.locator("#calls-said")).hasAttribute("role", "alert");
            Assertions.assertThat(ines.evaluate("document.activeElement.outerHTML"))
                    .isEqualTo(before);
            board.heard(call.ringsNoMore("101"));
            assertThat(ines.locator("#calls-said")).not().containsText("Appel entrant");
            Assertions.assertThat(ines.evaluate("document.activeElement.outerHTML"))
                    .isEqualTo(before);
            board.heard(call.ended());
        }
    }

    @Test
    void passesTheCallOnByKeyboard() {
        try (BrowserContext one = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(one, "ines");
            ines.waitForSelector("html.js");
            CallScene call = new CallScene("pop.7", CallData.CLAIRE);
            board.heard(call.answered("101"));
            ines.waitForSelector(".call form");
            ines.keyboard().press("a");
            ines.keyboard().press("t");
            ines.keyboard().type("nid de poule");
            ines.keyboard().press("Enter");
            assertThat(ines.locator(".found button:focus")).hasCount(1);
            ines.keyboard().press("Enter");
            assertThat(ines.locator(".found")).containsText("Transfert demandé vers 4400");
            Assertions.assertThat(data.orders).contains("pop.7 101 4400");
            board.heard(call.ended());
        }
    }

    @Test
    void passesAxeAndNeverScrollsSideways() {
        SoftAssertions all = new SoftAssertions();
        data.missedCalls();
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "ines");
            CallScene talking = new CallScene("axe.1", CallData.CLAIRE);
            CallScene ringing = new CallScene("axe.2", CallData.SHARED);
            CallScene waiting = new CallScene("axe.3", "+33639980179");
            board.heard(waiting.waiting());
            for (String name : List.of("101", "102", "103")) {
                board.heard(member(name));
            }
            look(all, page, "/appels", "rappels");
            look(all, page, "/annuaire?q=apa", "annuaire");
            look(all, page, "/supervision", "supervision-appels");
            board.heard(talking.answered("101"));
            board.heard(ringing.rings("101"));
            page.navigate(url("/appels"));
            page.waitForSelector(
                    ".call form", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
            page.waitForSelector("html.js");
            page.keyboard().press("Alt+a");
            Looks.check(all, page, "appel");
            page.keyboard().press("t");
            assertThat(page.locator(".call details[open]")).hasCount(0);
            page.keyboard().press("Alt+a");
            Looks.check(all, page, "reponse");
            page.keyboard().press("t");
            page.keyboard().type("nid de poule");
            assertThat(page.locator(".found button")).hasCount(1);
            Looks.check(all, page, "transfert");
            page.keyboard().press("Escape");
            page.keyboard().press("s");
            page.keyboard().press("Enter");
            assertThat(page.locator(".call.done")).containsText("Reprendre la fiche");
            Looks.check(all, page, "regle");
            board.heard(talking.ended());
            board.heard(ringing.ended());
            board.heard(waiting.ended());
        }
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            look(all, signIn(context, "admin"), "/postes", "postes");
        }
        all.assertAll();
    }

    private static LiveMember member(String extension) {
        return new LiveMember(
                "standard",
                "autonomie",
                extension,
                extension.equals("101") ? "Inès Vidal" : "",
                true,
                extension.equals("103"),
                Optional.empty(),
                extension.equals("102") ? LiveMember.Device.BUSY : LiveMember.Device.FREE);
    }

    private void look(SoftAssertions all, Page page, String address, String name) {
        page.navigate(url(address));
        Looks.check(all, page, name);
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.tagName");
    }

    private Page signIn(BrowserContext context, String login) {
        Page page = SignedIn.page(context, port, login, DeskData.PASSWORD);
        data.awaitStream(login);
        return page;
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
