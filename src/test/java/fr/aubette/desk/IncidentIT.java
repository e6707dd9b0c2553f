package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.hub.PostOffice;
import fr.aubette.hub.SceneItems;
import fr.aubette.intake.Taken;
import fr.aubette.switchboard.CallForm;
import fr.aubette.switchboard.CallForms;
import fr.aubette.switchboard.CallKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forty people report one pothole: linked with the reason, all answered, parted where it was another; and a wrong join
 * undone.
 */
@HubTest
class IncidentIT {

    private static final int REPORTS = 40;
    private static final String AT = "2026-11-03T08:00:00Z";
    private static final List<String> WAYS = List.of(
            "Un nid-de-poule profond sur la RD 12 au PK 4, chaussée abîmée, devant chez moi.",
            "Gros trou sur la D12, PK 4+100 : j'y ai crevé un pneu ce matin.",
            "Attention, cratère énorme sur la R.D. 12 à hauteur du PK 4, la chaussée est défoncée.",
            "Nids de poule dangereux départementale 12 au PK 4,1 pour les vélos, route abîmée.");

    @Autowired
    DeskData data;

    @Autowired
    SceneItems scene;

    @Autowired
    CallData calls;

    @Autowired
    CallForms forms;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Visitor voirie = new Visitor(0);

    @BeforeEach
    void people() {
        data.clear();
        jdbc.sql("truncate call_form").update();
        data.agent("voirie", "Vera Durand", "MOBILITES_VOIRIE");
        voirie = new Visitor(port).signIn("voirie", DeskData.PASSWORD);
    }

    @Test
    void isLinkedAnsweredAsOneAndPartedAgain() {
        List<String> numbers = reports();
        Taken elsewhere = report(900, "Un nid-de-poule sur la RD 12 au PK 11, chaussée abîmée.");
        Taken tree = report(901, "Un arbre tombé barre la RD 12 au PK 4.");
        scene.ends(elsewhere, tree);

        assertThat(scene.count("select count(*) from incident_report where first_id is not null"))
                .isEqualTo(REPORTS - 1);
        assertThat(scene.count("select count(distinct first_id) from incident_report where first_id is not null"))
                .isEqualTo(1);
        String other = numbers.get(7).equals(first()) ? numbers.get(8) : numbers.get(7);
        assertThat(voirie.get("/demandes/" + other).body())
                .contains("40 signalements", "même route (RD 12)", "sûr à ", "Aubette", first());

        act(other, "detacher", "");
        assertThat(voirie.get("/demandes/" + other).body())
                .doesNotContain("signalements")
                .contains("a détaché");
        assertThat(voirie.get("/demandes/" + first()).body()).contains("39 signalements");
        act(first(), "detacher", "");
        assertThat(scene.count("select count(*) from incident_report where first_id is not null"))
                .as("the next report leads the others")
                .isEqualTo(REPORTS - 3);
        act(other, "rattacher", first());

        assertThat(answer(other, "Bonjour Camille Personne" + number(other) + ", c'est réparé.")
                        .body())
                .contains("n’en nomme aucune");
        assertThat(answer(other, "Bonjour, le trou est bouché. Votre demande " + other + " est traitée.")
                        .body())
                .contains("part à toutes");
        await().atMost(SceneItems.SOON)
                .until(() -> scene.count("select count(*) from answer where kind = 'reply' and state = 'sent'")
                        == REPORTS - 1);
        assertThat(jdbc.sql("""
                        select count(*) from answer a join ticket t on t.id = a.ticket_id
                        where a.kind = 'reply' and a.final_body like '%' || t.number || '%'
                          and a.final_subject like '%' || t.number || '%'
                        """).query(Long.class).single())
                .as("each names her own request")
                .isEqualTo(REPORTS - 1);
        assertThat(scene.count("""
                        select count(*) from deadline d join answer a on a.ticket_id = d.ticket_id and a.kind = 'reply'
                        where d.kind in ('AEE', 'SERVICE_COMMITMENT')
                        """)).as("owed no more").isZero();
        assertThat(PostOffice.to("r3-" + run + "@example.org").size())
                .as("receipt, answer")
                .isGreaterThan(1);
    }

    private List<String> reports() {
        List<Taken> taken = new ArrayList<>();
        for (int each = 0; each < REPORTS; each++) {
            taken.add(report(each, WAYS.get(each % WAYS.size())));
        }
        scene.ends(taken.toArray(Taken[]::new));
        assertThat(scene.count("select count(*) from ticket where motive = 'ROUTES'"))
                .isEqualTo(REPORTS);
        await().atMost(SceneItems.SOON)
                .until(() -> scene.count("select count(*) from answer where kind = 'receipt' and state = 'sent'")
                        == REPORTS);
        return taken.stream().map(scene::number).toList();
    }

    private Taken report(int who, String text) {
        return scene.form(AT, """
                {"categorie": "voirie", "nom": "Personne%d", "prenom": "Camille", "courriel": "r%d-%s@example.org",
                 "objet": "Signalement", "message": "%s"}
                """.formatted(who, who, run, text));
    }

    private String first() {
        return scene.text(
                "select number from ticket where id = (select first_id from incident_report where first_id is not null limit 1)");
    }

    /** The number in the name of who wrote it. */
    private String number(String ticket) {
        return scene.text("""
                select replace(z.last_name, 'Personne', '') from ticket t join citizen z on z.id = t.citizen_id
                where t.number = ?
                """, ticket);
    }

    private void act(String ticket, String verb, String target) {
        String version = scene.text("select version::text from ticket where number = ?", ticket);
        voirie.post("/demandes/" + ticket + "/" + verb, Map.of("version", version, "target", target));
    }

    private java.net.http.HttpResponse<String> answer(String ticket, String text) {
        voirie.get("/demandes/" + ticket);
        String draft =
                jdbc.sql("""
                        select a.id::text from answer a join ticket t on t.id = a.ticket_id
                        where t.number = ? and a.state = 'draft'
                        """).param(ticket).query(String.class).optional().orElse("");
        String version =
                draft.isEmpty() ? "0" : scene.text("select version::text from answer where id = ?::uuid", draft);
        return voirie.post(
                "/demandes/" + ticket + "/reponse/envoyer-tous",
                Map.of("answer", draft, "version", version, "text", text));
    }

    @Test
    void linksACallByWhatItsAgentNoted() {
        Taken written = report(1, WAYS.get(0));
        scene.ends(written);
        CallKey call = new CallKey("standard", "incident-" + run + ".1");
        jdbc.sql(
                        "insert into call_form (line, conversation, login, opened_at, dialled, outgoing) values ('standard', ?, 'voirie', now(), '0199000000', false)")
                .param(call.conversation())
                .update();
        calls.callCame(call.conversation(), "+33639980166", Instant.now());
        forms.finish(call, "voirie", new CallForm.Said("ROUTES", "Gros trou signalé D12, PK 4", "", "", false));

        await().atMost(SceneItems.SOON)
                .until(() -> scene.count("select count(*) from incident_report where first_id is not null") == 1);
        assertThat(voirie.get("/demandes/" + scene.number(written)).body()).contains("2 signalements");
    }

    @Test
    void takesAContactOutOfATicketThatItHadJoinedWrongly() {
        String claire = "claire-" + run + "@example.org";
        Taken one = scene.mail(AT, claire, "Nid de poule RD 7", "Un nid-de-poule profond sur la RD 7 au PK 3.");
        scene.ends(one);
        Taken two = scene.mail(
                "2026-11-05T08:00:00Z", claire, "Nid de poule RD 7", "Un autre nid-de-poule, sur la RD 7 au PK 30.");
        scene.ends(two);
        String joined = scene.number(one);
        assertThat(scene.number(two)).isEqualTo(joined);
        assertThat(scene.outcome(two)).isEqualTo("joined");

        act(joined, "separer", scene.of(two, "c.id::text"));

        String apart = scene.number(two);
        assertThat(apart).isNotEqualTo(joined);
        assertThat(scene.number(one)).isEqualTo(joined);
        assertThat(scene.outcome(two)).isEqualTo("opened");
        assertThat(scene.owed(joined)).contains("SERVICE_COMMITMENT 2026-11-10");
        assertThat(scene.owed(apart)).contains("SERVICE_COMMITMENT 2026-11-12");
        assertThat(voirie.get("/demandes/" + apart).body()).contains(joined, "mise à part");
        assertThat(voirie.get("/demandes/" + joined).body()).contains(apart, "a mis à part une prise de contact");
        scene.booksBalance();
    }
}
