package fr.aubette.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.Looks;
import fr.aubette.hub.PostOffice;
import fr.aubette.hub.SceneItems;
import fr.aubette.hub.SignedIn;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.switchboard.CallBoard;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A daughter calls for her father at 8:52, writes at 9:20, and sends a letter three days later: one matter. While the
 * agent writes her note the next call rings, and is settled in three keys.
 */
@HubTest
class OneMatterIT {

    /** The switchboard of the office from which she calls: not her number. */
    private static final String OFFICE = "+33199000852";

    private static final String NOTE = "Claire Chauvin, pour son père Robert Chauvin, né le 19/08/1942, dossier"
            + " APA-2023-004518 : demande la révision de son plan d'aide APA";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    DeskData data;

    @Autowired
    CallData calls;

    @Autowired
    SceneItems scene;

    @Autowired
    Intake intake;

    @Autowired
    CallBoard board;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String claire = "claire-" + UUID.randomUUID() + "@example.org";
    private UUID robert = new UUID(0, 0);

    @BeforeEach
    void people() {
        board.calls().forEach(each -> board.heard(each.ended()));
        data.clear();
        jdbc.sql("truncate call_form, call_back, agent_phone, scan, page cascade")
                .update();
        data.person("ines", "Inès Vidal", Right.everywhere(Kind.SWITCHBOARD), Right.in(Kind.AGENT, "AUTONOMIE"));
        calls.seat("ines", "101");
        robert = new KnownPeople(jdbc).citizen("Chauvin", "Robert", "1942-08-19", "", "", "4|rue haute|96200|sauval");
        jdbc.sql("insert into case_file values ('solis', ?, ?, ?, 'AUTONOMIE', '', '', now())")
                .params("APA2023004518", robert, "APA-2023-004518")
                .update();
    }

    @Test
    void isOneTicketWithOneSetOfClocksAndOneReceipt() {
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(context);
            CallScene first = new CallScene("scene2.1", OFFICE);
            CallScene second = new CallScene("scene2.2", "+33639980177");
            writesTheNoteWhileTheNextCallRings(ines, first, second);
            settlesTheSecondInThreeKeys(ines, second);
        }
        calls.callCame("scene2.1", OFFICE, Instant.parse("2026-11-02T07:52:00Z"));
        calls.callCame("scene2.2", "+33639980177", Instant.parse("2026-11-02T07:55:00Z"));
        await().atMost(SceneItems.SOON)
                .until(() -> scene.count("select count(*) from call_form where applied_at is null") == 0);

        secondIsCountedAndOwesNothing();
        oneTicket();
    }

    private void writesTheNoteWhileTheNextCallRings(Page ines, CallScene first, CallScene second) {
        board.heard(first.rings("101"));
        board.heard(first.answered("101"));
        ines.waitForSelector(".call form");
        ines.keyboard().press("a");
        ines.keyboard().press("n");
        ines.keyboard().type(NOTE.substring(0, 40));
        board.heard(second.rings("101"));
        assertThat(ines.locator(".call.ringing")).hasCount(1);
        assertThat(ines.locator(".call textarea")).isFocused();
        ines.keyboard().type(NOTE.substring(40));
        calls.awaitDraft("scene2.1", NOTE);
        ines.locator(".call [name=motif]").selectOption("APA");
        board.heard(first.ended());
        ines.locator(".call textarea").focus();
        ines.keyboard().press("Control+Enter");
        assertThat(ines.locator(".call.done")).hasCount(1);
    }

    private void settlesTheSecondInThreeKeys(Page ines, CallScene second) {
        board.heard(second.answered("101"));
        ines.navigate(url("/appels"));
        ines.waitForSelector(".call form");
        ines.waitForSelector("html.js");
        ines.keyboard().press("a");
        ines.keyboard().press("s");
        ines.keyboard().press("Enter");
        assertThat(ines.locator(".call.done", new Page.LocatorOptions().setHasText("réglé au premier niveau")))
                .hasCount(1);
        board.heard(second.ended());
    }

    private void secondIsCountedAndOwesNothing() {
        await().atMost(SceneItems.SOON)
                .until(() -> scene.text("select outcome from intake where reference = 'scene2.2'")
                        .equals("settled"));
        String ticket = scene.text("""
                select t.number from intake i join contact c on c.intake_id = i.id
                join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
                where i.reference = 'scene2.2'
                """);
        assertThat(scene.owed(ticket)).isEmpty();
        assertThat(scene.count(
                        "select count(*) from answer a join ticket t on t.id = a.ticket_id where t.number = ?", ticket))
                .isZero();
    }

    private void oneTicket() {
        Taken written = scene.mail(
                "2026-11-02T08:20:00Z",
                "Claire Chauvin <" + claire + ">",
                "Plan d'aide APA de mon pere Robert Chauvin",
                "Bonjour, je confirme mon appel de ce matin : mon père Robert Chauvin, né le 19/08/1942, dossier"
                        + " APA-2023-004518, a besoin d'une révision du plan d'aide de son APA. Claire Chauvin");
        scene.ends(written);
        Taken confirmed = letter();
        scene.ends(confirmed);

        String number = scene.number(written);
        assertThat(scene.number(confirmed)).isEqualTo(number);
        assertThat(ofCall()).isEqualTo(number);
        assertThat(scene.count("select count(*) from ticket where status <> 'settled'"))
                .isEqualTo(1);
        assertThat(scene.count("""
                        select count(*) from ticket_contact tc join ticket t on t.id = tc.ticket_id where t.number = ?
                        """, number)).isEqualTo(3);
        assertThat(scene.text("select citizen_id::text from ticket where number = ?", number))
                .as("the beneficiary, not who calls")
                .isEqualTo(robert.toString());
        assertThat(scene.ticket(written)).startsWith("AUTONOMIE APA");
        assertThat(scene.text("select site from ticket where number = ?", number))
                .isEqualTo("Point autonomie Sauval");
        assertThat(scene.owed(number))
                .contains("DECISION 2027-01-02", "ACKNOWLEDGEMENT 2026-11-12")
                .doesNotHaveDuplicates();
        assertThat(scene.owed(number).stream().filter(each -> each.startsWith("DECISION")))
                .hasSize(1);
        await().atMost(SceneItems.SOON)
                .until(() -> scene.count("select count(*) from answer where kind = 'receipt' and state = 'sent'") == 1);
        assertThat(PostOffice.to(claire)).hasSize(1);
        scene.booksBalance();
    }

    private String ofCall() {
        return scene.text("""
                select t.number from intake i join contact c on c.intake_id = i.id
                join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
                where i.reference = 'scene2.1' and t.status <> 'settled'
                """);
    }

    private Taken letter() {
        return intake.take(new RawItem(
                ChannelKind.LETTER,
                "courrier",
                UUID.randomUUID().toString(),
                Instant.parse("2026-11-05T08:00:00Z"),
                "application/pdf",
                Map.of("site", "Hôtel du Département", "arrivedOn", "2026-11-05", "fileName", "lettre.pdf"),
                Content.of(LettersPdf.of("""
                        Claire Chauvin
                        9 avenue du Port
                        96100 Brennac

                        Objet : APA de mon père, dossier APA-2023-004518

                        Madame, Monsieur,
                        Je confirme mon appel et mon courriel : je demande la révision du plan d'aide de l'APA de mon père
                        Robert Chauvin, né le 19/08/1942, dossier APA-2023-004518.
                        """))));
    }

    private Page signIn(BrowserContext context) {
        Page page = SignedIn.page(context, port, "ines", DeskData.PASSWORD);
        calls.awaitStream("ines");
        page.waitForSelector("html.js");
        return page;
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
