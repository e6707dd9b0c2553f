package fr.aubette.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.duty.Paging;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.Looks;
import fr.aubette.hub.SceneItems;
import fr.aubette.hub.SignedIn;
import fr.aubette.intake.Taken;
import fr.aubette.switchboard.CallBoard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Friday, 18:40: a form about a pothole in which a child cries at night; a false alarm; and the father on Monday. */
@HubTest
class FridayEveningIT {

    private static final String FRIDAY = "2026-11-06T17:40:00Z";
    private static final String FATHER = "+33639980188";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    DeskData data;

    @Autowired
    CallData calls;

    @Autowired
    SceneItems scene;

    @Autowired
    CallBoard board;

    @Autowired
    Paging paging;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Visitor voirie = new Visitor(0);
    private Visitor cripien = new Visitor(0);

    @BeforeEach
    void people() {
        board.calls().forEach(each -> board.heard(each.ended()));
        data.clear();
        jdbc.sql("truncate call_form, call_back, agent_phone").update();
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE", "TRIAGE");
        data.agent("nadia", "Nadia Ferhat", "INSERTION");
        data.person("chef", "Chef", Right.in(Kind.SUPERVISOR, "INSERTION"));
        data.person("ines", "Inès Vidal", Right.everywhere(Kind.SWITCHBOARD), Right.in(Kind.AGENT, "ACCUEIL"));
        data.person(
                "cripien",
                "Odette Lamy",
                Right.in(Kind.AGENT, "ENFANCE_FAMILLE"),
                Right.in(Kind.PROTECTED, "ENFANCE_FAMILLE"));
        calls.seat("ines", "101");
        voirie = new Visitor(port).signIn("voirie", DeskData.PASSWORD);
        cripien = new Visitor(port).signIn("cripien", DeskData.PASSWORD);
    }

    @Test
    void protectsTheChildAndTellsNobodyElse() {
        Taken form = scene.form(FRIDAY, """
                {"categorie": "voirie", "nom": "Roy", "prenom": "Ida", "courriel": "ida-%s@example.org",
                 "objet": "Nid-de-poule RD 12",
                 "message": "Bonjour, il y a un nid-de-poule profond sur la RD 12 devant le numéro 6, chaussée abîmée.\\nLe petit du 4 pleure toutes les nuits, il a des bleus sur les bras et il a peur de rentrer."}
                """.formatted(UUID.randomUUID()));
        scene.ends(form);
        String road = number("MOBILITES_VOIRIE", "normal");
        String hidden = number("ENFANCE_FAMILLE", "protected");

        notAWordOfTheChildOnTheRoad(form, road, hidden);
        whoIsOnDutyIsPagedWithoutAName(hidden);
        aFalseAlarmLeavesNoTrace();
        theFatherCalls(hidden);
    }

    private String number(String directorate, String priority) {
        return scene.text("select number from ticket where directorate = ? and priority = ?", directorate, priority);
    }

    private void notAWordOfTheChildOnTheRoad(Taken form, String road, String hidden) {
        assertThat(scene.count("select count(*) from ticket")).isEqualTo(2);
        String told = scene.text("""
                select t.subject || tc.subject || tc.body || e.detail::text
                from ticket t join ticket_contact tc on tc.ticket_id = t.id
                join ticket_event e on e.ticket_id = t.id where t.number = ?
                """, road);
        String page = voirie.get("/demandes/" + road).body();
        String api = voirie.call("/api/tickets/" + road).body();
        for (String word : List.of("petit", "pleure", "nuits", "bleus", "bras", "peur", "rentrer")) {
            assertThat(told + page + api).doesNotContainIgnoringCase(word);
        }
        assertThat(page).contains("nid-de-poule").doesNotContain(hidden);
        assertThat(scene.text("""
                        select tc.body from ticket t join ticket_contact tc on tc.ticket_id = t.id where t.number = ?
                        """, hidden)).contains("bleus", "pleure");
        String contact = scene.text("select id::text from contact");
        assertThat(voirie.get("/demandes/" + road + "/originaux/" + contact).statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(port)
                        .get("/formulaires/contact/accuse?suivi=" + form.id().value())
                        .body())
                .contains(road)
                .doesNotContain(hidden);
    }

    private void whoIsOnDutyIsPagedWithoutAName(String hidden) {
        assertThat(paging.page(10)).isZero();
        jdbc.sql("update ticket set opened_at = opened_at - interval '11 minutes'")
                .update();
        assertThat(paging.page(10)).isEqualTo(1);
        assertThat(paging.page(10)).isZero();
        assertThat(scene.text("select subject || body from answer where kind = 'page'"))
                .contains("Astreinte")
                .doesNotContain(hidden, "petit", "Roy", "Ida");

        cripien.post("/demandes/" + hidden + "/prendre", Map.of("version", "0"));
        jdbc.sql("update duty_page set at = at - interval '1 hour'").update();
        assertThat(paging.page(10)).as("acknowledged").isZero();
        assertThat(scene.text("select status || ' ' || assignee from ticket where number = ?", hidden))
                .isEqualTo("taken cripien");
        assertThat(scene.owed(hidden)).contains("EVALUATION 2027-02-06");
        assertThat(cripien.get("/demandes/" + hidden).body()).contains("6 févr. 2027", "D226-2");
    }

    /** By the key f, the reason and Enter; then it is a pothole that never was anything else. */
    private void aFalseAlarmLeavesNoTrace() {
        Taken form = scene.form("2026-11-06T19:10:00Z", """
                {"categorie": "voirie", "nom": "Blin", "prenom": "Luc", "courriel": "luc-%s@example.org",
                 "objet": "Trou sur la RD 7",
                 "message": "Mon fils de 8 ans a des bleus sur tout le corps et il pleure : il est tombé à vélo dans le nid-de-poule profond de la RD 7 au PK 3, chaussée abîmée depuis des mois."}
                """.formatted(UUID.randomUUID()));
        scene.ends(form);
        String alarm = scene.number(form);
        if (!scene.of(form, "t.priority").equals("protected")) {
            voirie.post("/demandes/" + alarm + "/qualifier", Map.of("version", "0", "target", "ENFANT_EN_DANGER"));
        }
        assertThat(scene.of(form, "t.priority")).isEqualTo("protected");
        assertThat(voirie.get("/demandes/" + alarm).statusCode()).isEqualTo(404);
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = signIn(context, "cripien");
            page.navigate(url("/demandes/" + alarm));
            page.waitForSelector("html.js");
            page.keyboard().press("f");
            page.keyboard().type("FACON-DE-PARLER");
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("FACON-DE-PARLER");
        }
        assertThat(scene.ticket(form)).startsWith("MOBILITES_VOIRIE ROUTES").endsWith("open");
        for (String address : List.of(
                "/demandes/" + alarm,
                "/demandes?direction=MOBILITES_VOIRIE",
                "/recherche?q=" + alarm,
                "/api/tickets/" + alarm,
                "/api/tickets?directorate=MOBILITES_VOIRIE&filter=open")) {
            String seen = address.startsWith("/api")
                    ? voirie.call(address).body()
                    : voirie.get(address).body().replaceAll("(?s)<select.*?</select>", "");
            assertThat(seen).contains(alarm);
            assertThat(seen).doesNotContain("FACON", "ENFANT_EN_DANGER", "fausse", "Fausse", "false-alarm", "ENFANCE");
            assertThat(seen).doesNotContainIgnoringCase("circuit protégé");
        }
        assertThat(new Visitor(port)
                        .signIn("chef", DeskData.PASSWORD)
                        .get("/orientation")
                        .body())
                .doesNotContain("Enfance", "ENFANCE");
    }

    /** Monday: the operator sees who calls and nothing of what is hidden; the desk that has it learns of the call. */
    private void theFatherCalls(String hidden) {
        UUID father = new KnownPeople(jdbc).citizen("Morvan", "Yann", "1988-03-14", FATHER, "", "");
        jdbc.sql("update ticket set citizen_id = ? where number = ?")
                .params(father, hidden)
                .update();
        String ordinary =
                data.ticket("RSA", "INSERTION", "Contrat").open(father).number();
        Visitor ines = new Visitor(port).signIn("ines", DeskData.PASSWORD);
        CallScene call = new CallScene("scene3.1", FATHER);
        board.heard(call.began());
        board.heard(call.rings("101"));
        await().atMost(SceneItems.SOON)
                .until(() -> ines.get("/appels/miens").body().contains("Morvan"));
        assertThat(ines.get("/appels/miens").body()).contains(ordinary).doesNotContain(hidden, "Enfance", "rotég");
        board.heard(call.answered("101"));
        board.heard(call.ended());
        calls.callCame("scene3.1", FATHER, Instant.now());

        await().atMost(SceneItems.SOON)
                .until(() -> cripien.get("/demandes/" + hidden).body().contains("a reçu un appel de ce numéro"));
        String own = scene.text("""
                select t.number from intake i join contact c on c.intake_id = i.id
                join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
                where i.reference = 'scene3.1'
                """);
        for (String address : List.of(
                "/appels",
                "/appels/miens",
                "/demandes/" + own,
                "/recherche?q=Morvan",
                "/recherche/usagers?q=morvan",
                "/usagers/" + father)) {
            assertThat(ines.get(address).body()).as(address).doesNotContain(hidden, "Enfance et famille", "rotég");
        }
        whoReadMyFile(father, hidden, ordinary);
    }

    private void whoReadMyFile(UUID father, String hidden, String ordinary) {
        new Visitor(port).signIn("nadia", DeskData.PASSWORD).get("/demandes/" + ordinary);
        cripien.get("/demandes/" + hidden);
        Visitor chef = new Visitor(port).signIn("chef", DeskData.PASSWORD);

        String sheet = chef.get("/usagers/" + father + "/lectures")
                .body()
                .replaceAll("(?s)<header class=\"top\".*?</header>", "");

        assertThat(sheet).contains(ordinary, "Direction de l&#39;insertion", "Traiter la demande");
        assertThat(sheet).doesNotContain(hidden, "Enfance", "Nadia", "nadia", "Ferhat", "Odette", "Lamy", "cripien");
        assertThat(new Visitor(port)
                        .signIn("nadia", DeskData.PASSWORD)
                        .get("/usagers/" + father + "/lectures")
                        .statusCode())
                .isEqualTo(403);
    }

    private Page signIn(BrowserContext context, String login) {
        return SignedIn.page(context, port, login, DeskData.PASSWORD);
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
