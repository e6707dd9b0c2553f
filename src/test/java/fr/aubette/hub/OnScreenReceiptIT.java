package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.Acknowledging;
import fr.aubette.answer.Actor;
import fr.aubette.desk.DeskData;
import fr.aubette.desk.Visitor;
import fr.aubette.intake.Taken;
import fr.aubette.model.TicketId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sent a form reads its acknowledgement on the screen, once it is made and whole. */
@HubTest
class OnScreenReceiptIT {

    @Autowired
    DeskData data;

    @Autowired
    SceneItems scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Acknowledging acknowledging;

    @LocalServerPort
    int port;

    @Test
    void saysFromWhichDaySilenceIsARejectionUnlessItLacksAnything() {
        data.clear();
        Taken form = scene.form("2026-11-02T08:00:00Z", """
                {"categorie": "insertion", "nom": "Roy", "prenom": "Ida", "objet": "Recours contre un indu de RSA",
                 "message": "Je conteste le trop-perçu de RSA notifié le 26 août et forme un recours préalable contre cet indu de RSA."}
                """);
        scene.ends(form);
        assertThat(scene.ticket(form)).startsWith("INSERTION RSA_RECOURS");
        assertThat(onScreen(form)).contains(scene.number(form)).doesNotContain("vaudra rejet");

        acknowledging.acknowledge(
                new TicketId(UUID.fromString(scene.of(form, "t.id::text"))),
                new Actor("claire", "Claire Morvan", List.of()));

        assertThat(onScreen(form))
                .contains("2 novembre 2026", "2 janvier 2027", "vaudra rejet", "tribunal administratif");
        jdbc.sql(
                        "update answer set final_body = replace(final_body, 'tribunal', 'tri-bunal') where kind = 'acknowledgement'")
                .update();
        assertThat(onScreen(form)).as("incomplete").doesNotContain("vaudra rejet");
    }

    private String onScreen(Taken form) {
        return new Visitor(port)
                .get("/formulaires/contact/accuse?suivi=" + form.id().value())
                .body();
    }
}
