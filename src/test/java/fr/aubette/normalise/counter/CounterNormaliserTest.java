package fr.aubette.normalise.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Counter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterNormaliserTest {

    @Test
    void takesTheAgentFromTheSessionOnly() {
        Contact contact = normalise(
                "{\"entree\":\"appel\",\"site\":\"MDS Nord\",\"agent\":\"usurpateur\",\"nom\":\"Test\",\"message\":\"Rappeler\"}");

        assertThat(contact.channel()).isEqualTo(new Counter("MDS Nord", "anne", Counter.Entry.CALL));
        assertThat(contact.text()).isEqualTo("Rappeler");
    }

    @Test
    void isAVisitUnlessSaid() {
        assertThat(((Counter) normalise("{\"message\":\"x\"}").channel()).entry())
                .isEqualTo(Counter.Entry.VISIT);
    }

    @Test
    void refusesAnEntryOfAnotherKind() {
        assertThatThrownBy(() -> normalise("{\"entree\":\"fax\"}")).isInstanceOf(Refused.class);
    }

    private static Contact normalise(String json) {
        return new CounterNormaliser()
                .normalise(new RawItem(
                        ChannelKind.COUNTER,
                        "accueil",
                        "t",
                        Instant.parse("2026-06-01T08:00:00Z"),
                        "application/json",
                        Map.of("agent", "anne"),
                        Content.of(json.getBytes(StandardCharsets.UTF_8))));
    }
}
