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
import fr.aubette.hub.SceneRoute;
import fr.aubette.hub.SceneScanner;
import fr.aubette.hub.SignedIn;
import fr.aubette.switchboard.CallBoard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
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
    private static final String OFFICE = "0199000852";

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
    CamelContext camel;

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
        jdbc.sql("truncate call_form, call_back, agent_phone, scan, page, batch cascade")
                .update();
        data.person("ines", "Inès Vidal", Right.everywhere(Kind.SWITCHBOARD), Right.in(Kind.AGENT, "AUTONOMIE"));
        calls.seat("ines", "101");
        robert = new KnownPeople(jdbc).citizen("Chauvin", "Robert", "1942-08-19", "", "", "4|rue haute|96200|sauval");
        jdbc.sql("insert into case_file values ('solis', ?, ?, ?, 'AUTONOMIE', '', '', now())")
                .params("APA2023004518", robert, "APA-2023-004518")
                .update();
    }

    @Test
    void isOneTicketWithOneSetOfClocksAndOneReceipt(@TempDir Path folder) throws Exception {
        try (SceneExchange exchange = new SceneExchange(camel, folder.resolve("journal"));
                BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page ines = signIn(context);
            SceneExchange.Call first = exchange.calls(OFFICE, Instant.parse("2026-11-02T07:52:00Z"));
            first.isAnswered();
            writesTheNote(ines, NOTE.substring(0, 40), "a", "n");
            SceneExchange.Call second = exchange.calls("0639980177", Instant.parse("2026-11-02T07:55:00Z"));
            keepsTheNoteWhile(ines, second, first);
            settlesInThreeKeys(ines, second);
            haveEnded("phone", 2);
            await().atMost(SceneItems.SOON)
                    .until(() -> scene.count("select count(*) from call_form where applied_at is null") == 0);
            isCountedAndOwesNothing(second.conversation());
        }
        writes();
        sends(folder.resolve("courrier"));

        oneTicket();
    }

    private static void writesTheNote(Page ines, String text, String... keys) {
        ines.waitForSelector(".call form");
        for (String key : keys) {
            ines.keyboard().press(key);
        }
        ines.keyboard().type(text);
    }

    private void keepsTheNoteWhile(Page ines, SceneExchange.Call rings, SceneExchange.Call goesOn) {
        assertThat(ines.locator(".call.ringing")).hasCount(1);
        assertThat(ines.locator(".call textarea")).isFocused();
        writesTheNote(ines, NOTE.substring(40));
        calls.awaitDraft(goesOn.conversation(), NOTE);
        ines.locator(".call [name=motif]").selectOption("APA");
        goesOn.ends();
        ines.locator(".call textarea").focus();
        ines.keyboard().press("Control+Enter");
        assertThat(ines.locator(".call.done")).hasCount(1);
        rings.isAnswered();
    }

    private void settlesInThreeKeys(Page ines, SceneExchange.Call call) {
        ines.navigate(url("/appels"));
        ines.waitForSelector(".call form");
        ines.waitForSelector("html.js");
        ines.keyboard().press("a");
        ines.keyboard().press("s");
        ines.keyboard().press("Enter");
        assertThat(ines.locator(".call.done", new Page.LocatorOptions().setHasText("réglé au premier niveau")))
                .hasCount(1);
        call.ends();
    }

    /** Waits until all that came by this channel has become something. */
    private void haveEnded(String channel, int items) {
        await().atMost(SceneItems.SOON)
                .until(() ->
                        scene.count("select count(*) from intake where channel = ? and outcome is not null", channel)
                                == items);
    }

    private void isCountedAndOwesNothing(String conversation) {
        assertThat(scene.text("select outcome from intake where reference = ?", conversation))
                .isEqualTo("settled");
        String ticket = scene.text("""
                select t.number from intake i join contact c on c.intake_id = i.id
                join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
                where i.reference = ?
                """, conversation);
        assertThat(scene.owed(ticket)).isEmpty();
        assertThat(scene.count(
                        "select count(*) from answer a join ticket t on t.id = a.ticket_id where t.number = ?", ticket))
                .isZero();
    }

    private void writes() throws Exception {
        try (SceneRoute mailbox = SceneRoute.open(camel, "receive-mail", "essai", PostOffice.mailbox())) {
            PostOffice.arrives(
                    """
                    From: Claire Chauvin <%s>
                    To: %s
                    Subject: Plan d'aide APA de mon pere Robert Chauvin
                    Message-ID: <%s>
                    MIME-Version: 1.0
                    Content-Type: text/plain; charset=US-ASCII

                    Bonjour, je confirme mon appel de ce matin : mon pere Robert Chauvin, dossier
                    APA-2023-004518, a besoin d'une revision du plan d'aide de son APA.
                    Claire Chauvin
                    """.formatted(claire, PostOffice.ADDRESS, claire), Instant.parse("2026-11-02T08:20:00Z"));
            haveEnded("mail", 1);
        }
    }

    private void sends(Path tray) throws Exception {
        try (SceneScanner scanner = new SceneScanner(camel, "mardi", tray)) {
            scanner.drops("2026-11-05", Instant.parse("2026-11-05T08:00:00Z"), LettersPdf.of("""
                    Claire Chauvin
                    9 avenue du Port
                    96100 Brennac

                    Objet : APA de mon père, dossier APA-2023-004518

                    Madame, Monsieur,
                    Je confirme mon appel et mon courriel : je demande la révision du plan d'aide de l'APA de mon père
                    Robert Chauvin, né le 19/08/1942, dossier APA-2023-004518.
                    """));
            haveEnded("letter", 1);
        }
    }

    private void oneTicket() {
        String number = scene.text("select number from ticket where status <> 'settled'");
        assertThat(jdbc.sql("""
                        select i.channel from ticket_contact tc join ticket t on t.id = tc.ticket_id
                        join contact c on c.id = tc.contact_id join intake i on i.id = c.intake_id
                        where t.number = ? order by i.channel
                        """).param(number).query(String.class).list()).containsExactly("letter", "mail", "phone");
        assertThat(scene.text("select citizen_id::text from ticket where number = ?", number))
                .as("the beneficiary, not who calls")
                .isEqualTo(robert.toString());
        assertThat(scene.text("select concat_ws(' ', directorate, motive, site) from ticket where number = ?", number))
                .isEqualTo("AUTONOMIE APA Point autonomie Sauval");
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
