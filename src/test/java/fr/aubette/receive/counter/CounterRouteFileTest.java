package fr.aubette.receive.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.intake.Intake;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.intake.Taken;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.routes.RouteFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterRouteFileTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:10:00Z");

    private final List<RawItem> taken = new ArrayList<>();
    private CamelContext camel;
    private CounterDoor door;

    @BeforeEach
    void start() throws Exception {
        CounterSettings settings = new CounterSettings("accueil", Duration.ofDays(30));
        Intake intake = this::take;
        camel = RouteFile.load(
                "14-receive-counter.camel.yaml",
                Map.of("counterItems", new CounterItems(Clock.fixed(NOW, ZoneOffset.UTC), settings), "intake", intake));
        camel.start();
        TemplatedRouteBuilder.builder(camel, "receive-counter")
                .routeId("receive-counter-accueil")
                .add();
        door = new CounterDoor(camel.createProducerTemplate(), settings);
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
    }

    @Test
    void takesACallAtItsRealTimeFromTheAgentOfTheSession() {
        door.take(
                "anne",
                bytes("{\"token\":\"t1\",\"entree\":\"appel\",\"site\":\"MDS Nord\",\"agent\":\"autre\","
                        + "\"at\":\"2026-06-01T14:05\",\"message\":\"Rappeler\"}"));

        RawItem item = taken.get(0);
        assertThat(item.reference()).isEqualTo("t1");
        assertThat(item.source()).isEqualTo("accueil");
        assertThat(item.receivedAt()).isEqualTo(Instant.parse("2026-06-01T12:05:00Z"));
        assertThat(item.facts()).isEqualTo(Map.of("agent", "anne", "site", "MDS Nord"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"entree\":\"visite\",\"message\":\"x\"'|site",
                "'\"entree\":\"fax\",\"site\":\"s\",\"message\":\"x\"'|visite",
                "'\"entree\":\"visite\",\"site\":\"s\"'|message",
                "'\"entree\":\"visite\",\"site\":\"s\",\"message\":\"x\",\"at\":\"2026-06-01T14:15\"'|futur",
                "'\"entree\":\"visite\",\"site\":\"s\",\"message\":\"x\",\"at\":\"2026-04-01T14:15:00+02:00\"'|30 jours",
                "'\"entree\":\"visite\",\"site\":\"s\",\"message\":\"x\",\"at\":\"hier\"'|2026-06-01",
                "'\"entree\":\"visite\",\"site\":\"s\",\"message\":\"x\",\"token\":\"a b\"'|jeton",
                "'\"entree\":[]'|texte",
            })
    void tellsTheAgentWhatIsWrong(String json, String word) {
        assertThatThrownBy(() -> door.take("anne", bytes("{" + json + "}")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(word);
        assertThat(taken).isEmpty();
    }

    @Test
    void tellsTheAgentWhenTheDoorIsClosed() throws Exception {
        camel.getRouteController().stopRoute("receive-counter-accueil");

        assertThatThrownBy(() -> door.take("anne", bytes("{}"))).isInstanceOf(IntakeUnavailable.class);
    }

    private Taken take(RawItem item) {
        taken.add(item);
        return new Taken(new IntakeId(UUID.nameUUIDFromBytes(bytes(item.reference()))), true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
