package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.access.Right;
import fr.aubette.hub.HubTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fold that nobody may open is registered, and its ticket says only that and where it lies. */
@HubTest
class ClosedFoldIT {

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String place = "coffre n°" + UUID.randomUUID();
    private Visitor room;

    @BeforeEach
    void fill() {
        data.clear();
        data.person("courrier", "Service courrier", Right.everywhere(Right.Kind.MAILROOM));
        data.agent("claire", "Claire Morvan", "FINANCES");
        room = new Visitor(port).signIn("courrier", DeskData.PASSWORD);
    }

    @Test
    void becomesATicketThatSaysOnlyThat() {
        room.get("/plis");
        Map<String, String> entry = Map.of(
                "entry",
                UUID.randomUUID().toString(),
                "why",
                "offre de marché",
                "place",
                place,
                "arrived",
                LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1).toString(),
                "registered",
                "1A20012345678",
                "motive",
                "SUBVENTIONS");
        assertThat(room.post("/plis", entry).body()).contains("Le pli est enregistré");
        room.post("/plis", entry);

        await().atMost(Duration.ofSeconds(40))
                .until(() -> jdbc.sql("select count(*) from contact where channel = 'letter'")
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(jdbc.sql("select subject || '|' || motive from ticket")
                        .query(String.class)
                        .list())
                .containsExactly("Pli non ouvert : offre de marché|SUBVENTIONS");
        assertThat(jdbc.sql("select detail ->> 'text' from contact")
                        .query(String.class)
                        .single())
                .isBlank();
        assertThat(jdbc.sql("select detail #>> '{channel,slip,place}' from contact")
                        .query(String.class)
                        .single())
                .isEqualTo(place);
        assertThat(jdbc.sql("select detail #>> '{channel,findings,registered,0,value}' from contact")
                        .query(String.class)
                        .single())
                .isEqualTo("1A20012345678");
    }

    @Test
    void isRefusedWithoutAPlaceOrOnADayToCome() {
        room.get("/plis");
        for (Map<String, String> wrong : java.util.List.of(
                Map.of(
                        "entry",
                        UUID.randomUUID().toString(),
                        "why",
                        "personnel",
                        "place",
                        " ",
                        "arrived",
                        "2026-01-05"),
                Map.of(
                        "entry",
                        UUID.randomUUID().toString(),
                        "why",
                        "personnel",
                        "place",
                        "x",
                        "arrived",
                        "2999-01-05"),
                Map.of("entry", UUID.randomUUID().toString(), "why", "personnel", "place", "x", "arrived", "hier"))) {
            assertThat(room.post("/plis", wrong).body()).contains("Il faut un motif");
        }
        Visitor claire = new Visitor(port).signIn("claire", DeskData.PASSWORD);
        assertThat(claire.get("/plis").statusCode()).isEqualTo(403);
    }
}
