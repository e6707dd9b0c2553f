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
import java.util.UUID;
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
    void namesNobodyOfARegisterWhoseOnlyMatterIsHidden() {
        data.inAHiddenMatterOnly(NUMBER);
        CallScene call = new CallScene("form.8", NUMBER);
        board.heard(call.began());
        board.heard(call.answered("101"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> ines.get("/appels/miens").body().contains("Numéro inconnu"));
        assertThat(ines.get("/appels/miens").body()).doesNotContain("Troncquoy");
        board.heard(call.ended());
    }

    @Test
    void makesTheCallItsWhoseCaseFileSheEntersAndWhomSheNames() {
        UUID odette = data.hasACaseFile("Odette", "Vernoux", "APA-2024-000777");

        finish("form.3", "apa 2024/000777", "Mme Odette Vernoux demande où en est sa demande");
        data.callCame("form.3", "+33639980198", Instant.now());

        await().atMost(Duration.ofSeconds(30)).until(() -> data.inItsTicket("form.3"));
        assertThat(data.holderOfCall("form.3")).isEqualTo(odette);
    }

    @Test
    void joinsTheOpenTicketOfTheFileWhichIsWithWhoDealsWithIt() {
        data.hasACaseFile("Rosalie", "Quentric", "APA-2024-000779");

        finish("form.6", "APA-2024-000779", "Mme Rosalie Quentric demande où en est sa demande");
        data.callCame("form.6", "+33639980194", Instant.now());
        await().atMost(Duration.ofSeconds(30)).until(() -> data.inItsTicket("form.6"));
        finish("form.7", "", "Mme Rosalie Quentric, dossier APA-2024-000779, rappelle");
        data.callCame("form.7", "+33639980193", Instant.now());
        await().atMost(Duration.ofSeconds(30)).until(() -> data.inItsTicket("form.7"));

        assertThat(data.directorateOfCall("form.6")).isEqualTo("AUTONOMIE");
        assertThat(data.told("reassigned")).isEqualTo(1);
        assertThat(data.ticketsOfCall("form.7")).hasSize(1).isEqualTo(data.ticketsOfCall("form.6"));
    }

    /** Somebody whose only matter is hidden: the same words, and the same ticket, as for a number that nobody has. */
    @Test
    void tellsNothingOfACaseFileWhoseHolderSheMayNotKnow() {
        UUID agathe = data.hasACaseFile("Agathe", "Perrin", "APA-2024-000778");
        data.hiddenMatterOf(agathe);

        String hidden = finish("form.4", "APA-2024-000778", "Mme Agathe Perrin rappellera");
        String nobody = finish("form.5", "APA-2024-999778", "Mme Agathe Perrin rappellera");
        data.callCame("form.4", "+33639980196", Instant.now());
        data.callCame("form.5", "+33639980195", Instant.now());

        assertThat(hidden.replace(code("form.4"), code("form.5"))).isEqualTo(nobody);
        await().atMost(Duration.ofSeconds(30)).until(() -> data.inItsTicket("form.4") && data.inItsTicket("form.5"));
        assertThat(data.holderOfCall("form.4")).isNotEqualTo(agathe);
        assertThat(data.directorateOfCall("form.4")).isEqualTo(data.directorateOfCall("form.5"));
    }

    private String finish(String conversation, String caseFile, String note) {
        CallScene call = new CallScene(conversation, NUMBER);
        board.heard(call.began());
        board.heard(call.answered("101"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ines.get("/appels/miens").body().contains("name=\"dossier\""));
        board.heard(call.ended());
        ines.get("/appels");
        return ines.post("/appels/finir", Map.of("appel", code(conversation), "dossier", caseFile, "note", note))
                .body();
    }

    private static String code(String conversation) {
        return new CallKey("standard", conversation).code();
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
