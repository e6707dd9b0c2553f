package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.access.Accounts;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.hub.HubTest;
import fr.aubette.model.Form;
import fr.aubette.model.Person;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What agents do, through the pages, and what it leaves in the store. */
@HubTest
class ActionsIT {

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private DeskData.Draft ticket;
    private Visitor claire;

    @BeforeEach
    void fill() {
        data.clear();
        data.agent("claire", "Claire", "MOBILITES_VOIRIE", "TRIAGE");
        data.agent("denis", "Denis", "EDUCATION");
        ticket = data.ticket("ROUTES", "MOBILITES_VOIRIE", "Trou sur la RD 12")
                .open("Anne", "Test")
                .due("AEE", DeskData.today().plusDays(1), "CRPA R112-11-2", "1 jour ouvré");
        ticket.said(new Form("voirie", Optional.empty(), Map.of()), Instant.now(), Person.unknown(), "Un trou.");
        claire = new Visitor(port).signIn("claire", DeskData.PASSWORD);
    }

    @Test
    void keepTheBooksRightWhenATicketIsSettledAndReopened() {
        act("regler", 0, "Renseignée.", "");
        assertThat(ends())
                .containsEntry("settled", 1L)
                .containsEntry("opened", 0L)
                .containsEntry("taken", 1L);
        assertThat(count("deadline")).isZero();
        assertThat(gap()).isZero();

        act("rouvrir", 1, "", "");
        assertThat(ends()).containsEntry("settled", 0L).containsEntry("opened", 1L);
        assertThat(jdbc.sql("select kind from deadline where ticket_id = ? order by kind")
                        .param(ticket.id())
                        .query(String.class)
                        .list())
                .as("counted again from the form's arrival")
                .containsExactly("AEE", "SERVICE_COMMITMENT");
        assertThat(gap()).isZero();
    }

    @Test
    void refuseAStalePageAndKeepWhatWasTyped() {
        act("prendre", 0, "", "");

        HttpResponse<String> late = act("reorienter", 0, "C'est pour le collège.", "EDUCATION");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("rien n’a été fait", "C&#39;est pour le collège.");
        assertThat(value("directorate")).isEqualTo("MOBILITES_VOIRIE");
    }

    @Test
    void tellTheNewLeadAndInformTheFormer() {
        act("reorienter", 0, "C'est devant le collège.", "EDUCATION");

        assertThat(value("directorate")).isEqualTo("EDUCATION");
        assertThat(jdbc.sql("select directorate || ' ' || role from attribution order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("EDUCATION lead", "MOBILITES_VOIRIE information");
        assertThat(jdbc.sql("select kind from ticket_event").query(String.class).list())
                .containsExactly("reassigned");
        assertThat(new Visitor(port)
                        .signIn("denis", DeskData.PASSWORD)
                        .get("/demandes?direction=EDUCATION")
                        .body())
                .contains("Trou sur la RD 12");
        assertThat(act("clore", 1, "", "").statusCode()).isEqualTo(403);
    }

    @Test
    void startTheClocksOfTheMotiveThatAnAgentNames() {
        DeskData.Draft unclear =
                data.ticket("A_QUALIFIER", "TRIAGE", "Mon dossier").open("Inès", "Robin");
        unclear.said(
                new Form("contact", Optional.empty(), Map.of()),
                Instant.now(),
                Person.unknown(),
                "Où en est mon APA ?");

        claire.get("/demandes/" + unclear.number());
        claire.post("/demandes/" + unclear.number() + "/qualifier", Map.of("version", "0", "target", "APA"));

        assertThat(jdbc.sql("select directorate || ' ' || service from ticket where id = ?")
                        .param(unclear.id())
                        .query(String.class)
                        .single())
                .isEqualTo("AUTONOMIE APA");
        assertThat(jdbc.sql("select kind from deadline where ticket_id = ? order by kind")
                        .param(unclear.id())
                        .query(String.class)
                        .list())
                .contains("ACKNOWLEDGEMENT", "DECISION");
        assertThat(claire.get("/demandes/" + unclear.number()).statusCode()).isEqualTo(404);
    }

    @Test
    void letTheDeputyDoTheAbsentsWork() {
        data.agent("farid", "Farid", "CULTURE");
        Visitor farid = new Visitor(port).signIn("farid", DeskData.PASSWORD);
        assertThat(farid.get("/demandes/" + ticket.number()).body()).doesNotContain("Trou sur la RD 12");

        LocalDate today = DeskData.today();
        accounts.plan(
                new Accounts.Absence(UUID.randomUUID(), "claire", "farid", today.minusDays(1), today.plusDays(1)));

        assertThat(farid.get("/demandes/" + ticket.number()).body()).contains("Trou sur la RD 12");
        assertThat(farid.post("/demandes/" + ticket.number() + "/prendre", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(value("assignee")).isEqualTo("farid");
        assertThat(jdbc.sql("select deputy_for from reading limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("claire");
    }

    @Test
    void slowDownWhoGuesses() {
        for (int i = 0; i < 6; i++) {
            new Visitor(port).signIn("claire", "faux mot de passe");
        }

        assertThat(new Visitor(port)
                        .signIn("claire", DeskData.PASSWORD)
                        .get("/demandes")
                        .body())
                .contains("id=\"username\"");
    }

    @Test
    void refuseAFormFromAnotherSite() {
        assertThat(new Visitor(port)
                        .post("/demandes/" + ticket.number() + "/prendre", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(value("status")).isEqualTo("open");
    }

    @Test
    void openTheBooksToPeopleButNotTheMetricsThroughAProxy() {
        data.person("standard", "Standard", Right.everywhere(Kind.SWITCHBOARD));
        assertThat(new Visitor(port).get("/actuator/health").statusCode()).isLessThan(504);
        assertThat(new Visitor(port).get("/comptes").body()).contains("id=\"username\"");
        assertThat(new Visitor(port)
                        .signIn("standard", DeskData.PASSWORD)
                        .get("/comptes")
                        .body())
                .contains("Les comptes sont justes");
        assertThat(new Visitor(port).call("/api/tickets/" + ticket.number()).statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> act(String word, long version, String text, String target) {
        claire.get("/demandes/" + ticket.number());
        return claire.post(
                "/demandes/" + ticket.number() + "/" + word,
                Map.of("version", Long.toString(version), "text", text, "target", target));
    }

    private Map<String, Long> ends() {
        return jdbc
                .sql("select what, n from equation where channel = 'form'")
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long gap() {
        return jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                .query(Long.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private String value(String column) {
        return jdbc.sql("select " + column + " from ticket where id = ?")
                .param(ticket.id())
                .query(String.class)
                .single();
    }
}
