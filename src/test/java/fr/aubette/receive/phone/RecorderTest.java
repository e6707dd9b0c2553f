package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.aubette.embedded.DemoSwitchboard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which conversations are recorded. */
class RecorderTest {

    @TempDir
    Path folder;

    private final TakenCalls taken = new TakenCalls();

    @Test
    void recordsNobodyByDefault() throws IOException {
        assertThat(asked(SoundSpec.of("", "", ""))).isEmpty();
    }

    @Test
    void recordsNobodyWhoWaitedInAnotherQueue() throws IOException {
        assertThat(asked(SoundSpec.of("", "/srv/monitor", "colleges"))).isEmpty();
    }

    @Test
    void recordsTheConversationsOfAQueueThatSaysSo() throws IOException {
        assertThat(asked(SoundSpec.of("", "/srv/monitor", "mdph, standard")))
                .singleElement()
                .asString()
                .startsWith("Channel: PJSIP/101-");
    }

    @Test
    void needsTheFolderWhereRecordingsAreFound() {
        assertThatThrownBy(() -> SoundSpec.of("", "", "standard")).hasMessageContaining("recordings");
    }

    private java.util.List<String> asked(SoundSpec spec) throws IOException {
        try (DemoSwitchboard switchboard = new DemoSwitchboard(0, "aubette", "secret", Clock.systemUTC());
                PhoneLine line = PhoneLine.start(
                        settings(switchboard.port()).with(spec), taken, new Deaf(), null, Clock.systemUTC())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> line.state().connectedSince().isPresent()
                            && line.state().trouble().isEmpty());
            var stream = PhoneLineTest.recorded("a_queue_answered");
            for (var chunk : stream.chunks()) {
                if (new String(chunk.bytes(), StandardCharsets.ISO_8859_1).contains("HangupRequest")) {
                    break;
                }
                switchboard.send(chunk.bytes());
            }
            await().pollDelay(Duration.ofMillis(400))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> spec.recorded().contains("standard")
                            ? !switchboard.recorded().isEmpty()
                            : true);
            return switchboard.recorded();
        }
    }

    private LineSettings settings(int port) {
        return new LineSettings(
                "standard",
                "127.0.0.1",
                port,
                "aubette",
                "secret",
                folder,
                64 * 1024,
                Duration.ofMillis(300),
                Duration.ofHours(12),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofMillis(20));
    }

    private static final class Deaf implements fr.aubette.model.CallListener {
        @Override
        public void heard(fr.aubette.model.LiveCall call) {}

        @Override
        public void heard(fr.aubette.model.LiveMember member) {}

        @Override
        public void connected(String line, boolean connected) {}
    }
}
