package fr.aubette.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.SignedIn;
import fr.aubette.model.LiveMember;
import fr.aubette.switchboard.CallBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The figures of supervision. */
@HubTest
class SupervisionIT {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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
    }

    @Test
    void countTheDayFromMidnightInParisAndCallsOfOursNowhere() {
        Instant midnight = LocalDate.now(PARIS).atStartOfDay(PARIS).toInstant();
        data.callCame("sup.night", CallData.CLAIRE, midnight.minusSeconds(3));
        data.missed("sup.eve", "+33639980194", midnight.minusSeconds(60));
        data.callCame("sup.first", CallData.SHARED, midnight);
        data.missed("sup.missed", "+33639980195", midnight.plusSeconds(20));
        data.callCame("sup.again", "+33639980195", midnight.plusSeconds(40));
        data.placed("sup.placed", "+33639980196", midnight.plusSeconds(50));
        await().atMost(Duration.ofSeconds(20)).until(() -> data.callsTaken("sup.") == 6);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Assertions.assertThat(seen())
                        .contains("Taux de réponse 67 % 2 répondus sur 3 aujourd’hui")
                        .contains("standard 0 — — 2 1 67 %")
                        .doesNotContain("Hors file"));
    }

    @Test
    void followTheCallsOfAQueueByThemselves() {
        try (BrowserContext context = BROWSER.newContext(new Browser.NewContextOptions().setLocale("fr-FR"))) {
            Page page = signIn(context);
            page.navigate(url("/supervision"));
            page.evaluate("window.sameDocument = true");
            CallScene first = new CallScene("sup.1", CallData.CLAIRE).inQueue("colleges");
            CallScene second = new CallScene("sup.2", CallData.SHARED).inQueue("colleges");
            board.heard(member("colleges", "103"));
            board.heard(first.waiting());
            board.heard(second.waiting());

            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("colleges"))
                            .locator("td")
                            .first())
                    .hasText("2");
            String wait = page.locator("tr", new Page.LocatorOptions().setHasText("colleges"))
                    .locator("td")
                    .nth(1)
                    .textContent();
            Assertions.assertThat(wait).matches("\\d+ s");
            board.heard(first.answered("103"));
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("colleges"))
                            .locator("td")
                            .first())
                    .hasText("1");
            assertThat(page.locator(".floor .pill.talking")).hasCount(1);
            board.heard(first.ended());
            board.heard(second.ended());
            assertThat(page.locator(".floor .pill.talking, .floor .pill.waiting"))
                    .hasCount(0);
            Assertions.assertThat(page.evaluate("window.sameDocument"))
                    .as("never reloaded")
                    .isEqualTo(true);
        } finally {
            board.heard(new LiveMember(
                    "standard", "colleges", "103", "", false, false, Optional.empty(), LiveMember.Device.FREE));
        }
    }

    private static LiveMember member(String queue, String extension) {
        return new LiveMember("standard", queue, extension, "", true, false, Optional.empty(), LiveMember.Device.FREE);
    }

    /** The page's words. */
    private String seen() {
        return new Visitor(port)
                .signIn("ines", DeskData.PASSWORD)
                .get("/supervision")
                .body()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    private Page signIn(BrowserContext context) {
        return SignedIn.page(context, port, "ines", DeskData.PASSWORD);
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
