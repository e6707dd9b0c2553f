package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.switchboard.CallBoard;
import fr.aubette.switchboard.CallKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an agent writes while she speaks. */
@HubTest
class CallFormIT {

    private static final String NUMBER = "+33639980197";

    @Autowired
    CallData data;

    @Autowired
    CallBoard board;

    @LocalServerPort
    int port;

    private Visitor ines;

    @BeforeEach
    void people() {
        board.calls().forEach(each -> board.heard(each.ended()));
        data.fill();
        data.seat("ines", "101");
        ines = new Visitor(port).signIn("ines", DeskData.PASSWORD);
    }

    @Test
    void goesIntoTheOpenTicketThatSheChoseFromWhichSheCalls() {
        String ticket = data.ticketAtReception(NUMBER);
        CallScene call = new CallScene("form.1", NUMBER);
        board.heard(call.began());
        board.heard(call.answered("101"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ines.get("/appels/miens").body().contains(ticket));
        board.heard(call.ended());

        ines.get("/appels");
        ines.post(
                "/appels/finir",
                Map.of(
                        "appel",
                        new CallKey("standard", "form.1").code(),
                        "motif",
                        "RSA",
                        "note",
                        "Attestation de mars",
                        "demande",
                        ticket));
        data.callCame("form.1", NUMBER, Instant.now());

        await().atMost(Duration.ofSeconds(30))
                .until(() -> data.ticketsOfCall("form.1").equals(List.of(ticket)));
        String page = ines.get("/demandes/" + ticket).body();
        assertThat(page).contains("Attestation de mars");

        ines.post("/demandes/" + ticket + "/appeler", Map.of("telephone", NUMBER));

        assertThat(data.orders).as("called from the ticket").contains("place 101 " + NUMBER);
    }

    @Test
    void namesNobodyWhoseNumberMayComeFromAHiddenMatter() {
        data.inAHiddenMatterToo(NUMBER);
        CallScene call = new CallScene("form.2", NUMBER);
        board.heard(call.began());
        board.heard(call.answered("101"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> ines.get("/appels/miens").body().contains("Numéro inconnu"));
        assertThat(ines.get("/appels/miens").body()).doesNotContain("Mercier");
        board.heard(call.ended());
    }

    @Test
    void isBesideWhatToSayOfTheMotiveThatIsChosen() {
        assertThat(ines.get("/appels/consigne?motif=APA").body())
                .contains("L&#39;APA aide à payer")
                .contains("Relevé d&#39;identité bancaire")
                .contains("pour-les-personnes-agees.gouv.fr");
        assertThat(ines.get("/appels/consigne?motif=").body().strip()).isEmpty();
    }
}
