package fr.aubette.receive.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.intake.Intake;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.Scans;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the hub tells a drop folder of its letters. */
@HubTest
class RefusalsIT {

    @Autowired
    Intake intake;

    @Autowired
    Refusals refusals;

    @Test
    void name_the_file_and_the_reason() {
        Instant before = Instant.now().minusSeconds(1);
        String source = "salle-" + UUID.randomUUID();
        intake.take(new RawItem(
                ChannelKind.LETTER,
                source,
                "r",
                Instant.now(),
                "application/pdf",
                Map.of("fileName", "protégé.pdf"),
                Content.of(Scans.locked())));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !refusals.since(source, before).isEmpty());
        assertThat(refusals.since(source, before)).singleElement().satisfies(refusal -> {
            assertThat(refusal.fileName()).isEqualTo("protégé.pdf");
            assertThat(refusal.reason()).contains("mot de passe");
            assertThat(refusal.sha256()).hasSize(64);
            assertThat(refusals.since(source, refusal.at())).isEmpty();
        });
    }
}
