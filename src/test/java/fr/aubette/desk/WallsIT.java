package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.hub.HubTest;
import fr.aubette.model.Form;
import fr.aubette.model.Person;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody without the right meets a word of a protected ticket, wherever she looks. */
@HubTest
class WallsIT {

    private static final List<String> WORDS = List.of("Ecchymoses", "Zéphyrine", "Troncquoy", "neveu redouté");

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String secret = "";
    private String plain = "";
    private UUID contact = new UUID(0, 0);

    @BeforeEach
    void fill() {
        data.clear();
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE");
        data.agent("bruno", "Bruno", "AUTONOMIE");
        data.agent("enfance", "Enfance", "ENFANCE_FAMILLE");
        data.person(
                "cripien",
                "Crip",
                Right.in(Kind.AGENT, "ENFANCE_FAMILLE"),
                Right.in(Kind.PROTECTED, "ENFANCE_FAMILLE"));
        data.person("standard", "Standard", Right.everywhere(Kind.SWITCHBOARD));
        data.person("courrier", "Courrier", Right.everywhere(Kind.MAILROOM));
        data.person("admin", "Admin", Right.everywhere(Kind.ADMINISTRATOR));
        data.person("chef", "Chef", Right.in(Kind.SUPERVISOR, "AUTONOMIE"));
        data.person("nadia", "Nadia", Right.in(Kind.AGENT, "AUTONOMIE"), Right.in(Kind.PROTECTED, "AUTONOMIE"));
        DeskData.Draft draft = data.ticket("MAJEUR_VULNERABLE", "AUTONOMIE", "Ecchymoses chez une voisine")
                .priority("protected")
                .service("SIGNALEMENT_MAJEUR_VULNERABLE")
                .open("Zéphyrine", "Troncquoy")
                .part("MOBILITES_VOIRIE", "information", null);
        contact = draft.said(
                new Form("contact", Optional.of("Voirie"), Map.of("detail", "neveu redouté")),
                Instant.now(),
                Person.unknown(),
                "Son neveu redouté lui prend tout.");
        secret = draft.number();
        DeskData.Draft other = data.ticket("APA", "AUTONOMIE", "Révision du plan d'aide")
                .service("APA")
                .open("Anne", "Test");
        other.also(contact, "Révision demandée.");
        plain = other.number();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voirie", "bruno", "enfance", "cripien", "standard", "courrier", "admin", "chef"})
    void hideAProtectedTicketOnEveryPage(String login) {
        Visitor visitor = new Visitor(port).signIn(login, DeskData.PASSWORD);
        for (String address : addresses()) {
            HttpResponse<String> answer = address.startsWith("/api") ? visitor.call(address) : visitor.get(address);
            String shown = answer.body().replaceAll("(name=\"q\"[^>]*) value=\"[^\"]*\"", "$1");
            assertThat(shown).as("%s for %s", address, login).doesNotContain(WORDS);
            assertThat(answer.body()).as("%s for %s", address, login).doesNotContain("demandes/" + secret);
            if (address.contains(secret) && !address.contains("q=")) {
                assertThat(answer.statusCode()).as("%s for %s", address, login).isEqualTo(404);
            }
        }
        for (Verb verb : Verb.values()) {
            Map<String, String> fields = Map.of("version", "0", "text", "x", "target", "DGS");
            assertThat(visitor.post("/demandes/" + secret + "/" + verb.word(), fields)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.call("/api/tickets/" + secret + "/" + verb.code(), "{\"version\":0,\"text\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(jdbc.sql("select count(*) from reading r join ticket t on t.id = r.ticket_id where t.number = ?")
                        .param(secret)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from ticket_event")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void countOnlyWhatIsSeen() {
        String bruno = new Visitor(port)
                .signIn("bruno", DeskData.PASSWORD)
                .get("/demandes?direction=AUTONOMIE")
                .body();
        String nadia = new Visitor(port)
                .signIn("nadia", DeskData.PASSWORD)
                .get("/demandes?direction=AUTONOMIE")
                .body();

        assertThat(bruno).contains("class=\"count\">1<").doesNotContain("class=\"count\">2<");
        assertThat(nadia).contains("class=\"count\">2<");
    }

    @Test
    void showOnlyTheViewersPartOfAContactAboutSeveralMatters() {
        Visitor bruno = new Visitor(port).signIn("bruno", DeskData.PASSWORD);

        assertThat(bruno.get("/demandes/" + plain).body())
                .contains("Révision demandée.", "seule votre partie est montrée")
                .doesNotContain(WORDS);
        assertThat(bruno.get("/demandes/" + plain + "/originaux/" + contact).statusCode())
                .isEqualTo(404);
    }

    @Test
    void openToWhoHasTheRightAndRecordTheReading() {
        Visitor nadia = new Visitor(port).signIn("nadia", DeskData.PASSWORD);

        assertThat(nadia.get("/demandes/" + secret).body()).contains("Ecchymoses", "neveu redouté");
        assertThat(nadia.get("/demandes/" + secret + "/originaux/" + contact).statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("select purpose from reading order by id")
                        .query(String.class)
                        .list())
                .containsExactly("page", "original");
    }

    @Test
    void pushNothingOfAProtectedTicketToOthers() {
        List<String> brunoHears = listen("bruno");
        List<String> nadiaHears = listen("nadia");
        Visitor nadia = new Visitor(port).signIn("nadia", DeskData.PASSWORD);
        await().atMost(Duration.ofSeconds(10)).until(() -> brunoHears.size() > 1 && nadiaHears.size() > 1);

        nadia.call("/api/tickets/" + secret + "/take", "{\"version\":0}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> String.join("", nadiaHears).contains(secret));
        nadia.call("/api/tickets/" + plain + "/take", "{\"version\":0}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> String.join("", brunoHears).contains(plain));

        assertThat(String.join("", brunoHears)).doesNotContain(secret);
    }

    @Test
    void tellNobodyOfAProtectedTicketByEvent() {
        Visitor nadia = new Visitor(port).signIn("nadia", DeskData.PASSWORD);

        assertThat(nadia.call("/api/tickets/" + secret + "/take", "{\"version\":0}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(jdbc.sql("select count(*) from outbox where destination = 'aubette.events'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> listen(String login) {
        List<String> heard = new CopyOnWriteArrayList<>();
        Visitor visitor = new Visitor(port).signIn(login, DeskData.PASSWORD);
        Thread reader = new Thread(() -> visitor.stream("/live").forEach(heard::add), "listen-" + login);
        reader.setDaemon(true);
        reader.start();
        return heard;
    }

    private List<String> addresses() {
        List<String> all = new ArrayList<>(List.of(
                "/demandes",
                "/recherche?q=" + secret,
                "/recherche?q=Ecchymoses",
                "/recherche?q=Troncquoy",
                "/recherche/usagers?q=tronc",
                "/a-rapprocher",
                "/demandes/" + secret,
                "/demandes/" + secret + "/originaux/" + contact,
                "/comptes",
                "/a-reprendre",
                "/agents",
                "/absences",
                "/saisie",
                "/api/tickets/" + secret,
                "/api/tickets/search?q=" + secret,
                "/api/tickets/search?q=Troncquoy",
                "/api/tickets/" + secret + "/originals/" + contact,
                "/api/equation",
                "/api/quarantine",
                "/api/missed",
                "/api/tickets/" + plain,
                "/demandes/" + plain));
        for (String directorate : List.of("AUTONOMIE", "MOBILITES_VOIRIE", "ENFANCE_FAMILLE")) {
            for (Filter filter : Filter.values()) {
                all.add("/demandes?direction=" + directorate + "&filtre=" + filter.code());
                all.add("/api/tickets?directorate=" + directorate + "&filter=" + filter.code());
            }
        }
        return all;
    }
}
