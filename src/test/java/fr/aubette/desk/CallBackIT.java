package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is owed a call. */
@HubTest
class CallBackIT {

    private static final String NUMBER = "+33639980191";

    @Autowired
    CallData data;

    @LocalServerPort
    int port;

    private final Instant now = Instant.now();

    @BeforeEach
    void people() {
        data.fill();
    }

    @Test
    void isOneLineForTwoMissedCallsAndEndsWhenTheCitizenGetsThrough() {
        data.missed("back.1", NUMBER, now.minusSeconds(600));
        await().until(() -> data.line(NUMBER).equals("[1 owed]"));
        data.missed("back.2", NUMBER, now.minusSeconds(300));
        await().until(() -> data.line(NUMBER).equals("[2 owed]"));
        data.callCame("back.3", NUMBER, now.minusSeconds(60));
        await().until(() -> data.line(NUMBER).equals("[2 answered]"));
        Visitor ines = new Visitor(port).signIn("ines", DeskData.PASSWORD);
        assertThat(ines.get("/appels").body())
                .contains("Personne n’attend de rappel")
                .contains("06 39 98 01 91".replace(' ', '\u00a0'))
                .contains("a pu parler à quelqu’un");
    }

    @Test
    void isOwedNoMoreWhenTheAnsweredCallIsKnownFirst() {
        data.callCame("late.1", NUMBER, now.minusSeconds(60));
        await().until(() -> data.callsTaken("late.") == 1);
        data.missed("late.2", NUMBER, now.minusSeconds(600));
        await().until(() -> data.line(NUMBER).equals("[1 answered]"));
    }

    @Test
    void isOwedToNobodyWhoWithheldTheNumber() {
        data.missedWithheld("withheld.1", now.minusSeconds(600));
        await().until(() -> data.callsTaken("withheld.") == 1);
        data.missed("withheld.2", NUMBER, now.minusSeconds(500));
        await().until(() -> data.line(NUMBER).equals("[1 owed]"));
        assertThat(data.owed()).isEqualTo(1);
        assertThat(data.kept("withheld.1")).isNotEmpty().doesNotContain("639980103");
    }

    @Test
    void standsAfterThoseThatHaveWaitedLonger() {
        data.missedCalls();
        String page = new Visitor(port)
                .signIn("ines", DeskData.PASSWORD)
                .get("/appels")
                .body();
        assertThat(page.indexOf("06\u00a039\u00a098\u00a001\u00a081"))
                .isPositive()
                .isLessThan(page.indexOf("06\u00a039\u00a098\u00a001\u00a082"));
    }

    @Test
    void tellsTheDeskOfAHiddenFileAndNobodyElse() {
        data.missed("hidden.1", CallData.HIDDEN, now.minusSeconds(600));
        await().atMost(Duration.ofSeconds(20)).until(() -> data.told("called-missed") == 1);
        Visitor ines = new Visitor(port).signIn("ines", DeskData.PASSWORD);
        assertThat(ines.get("/appels").body()).doesNotContain("Perrin", "Signalement");
    }

    @Test
    void isTakenByOneAgentAndCalledFromHerTelephone() {
        data.seat("ines", "101");
        data.seat("omar", "102");
        data.missed("take.1", NUMBER, now.minusSeconds(600));
        await().until(() -> data.line(NUMBER).equals("[1 owed]"));
        Visitor ines = new Visitor(port).signIn("ines", DeskData.PASSWORD);
        Matcher id = Pattern.compile("/appels/rappels/([0-9a-f-]{36})")
                .matcher(ines.get("/appels").body());
        assertThat(id.find()).isTrue();
        assertThat(ines.post(id.group(), Map.of("do", "appeler")).body()).contains("Votre poste va sonner");
        assertThat(data.orders).contains("place 101 " + NUMBER);
        Visitor omar = new Visitor(port).signIn("omar", DeskData.PASSWORD);
        omar.get("/appels");
        assertThat(omar.post(id.group(), Map.of("do", "appeler")).body()).contains("Un collègue s&#39;en charge");
        assertThat(data.orders).noneMatch(each -> each.startsWith("place 102"));
        ines.post(id.group(), Map.of("do", "joint"));
        assertThat(data.line(NUMBER)).isEqualTo("[1 reached]");
    }
}
