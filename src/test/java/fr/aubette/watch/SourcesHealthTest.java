package fr.aubette.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

@DisplayName("P7 a source that makes no progress shows in health within a minute")
class SourcesHealthTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T08:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final SourceBoard board = new SourceBoard(clock);
    private final SourcesHealth health = new SourcesHealth(board, clock);

    @Test
    void whateverTheReason() {
        board.started("receive-mail-contact");
        board.failed("receive-mail-contact", "AuthenticationFailedException");
        pass(Duration.ofSeconds(59));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        pass(Duration.ofSeconds(2));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.health().getDetails().get("receive-mail-contact")))
                .contains("no progress", "AuthenticationFailedException");
    }

    @Test
    void untilItAnswersAgain() {
        board.started("receive-mail-contact");
        pass(Duration.ofMinutes(5));
        board.succeeded("receive-mail-contact");

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void butNotWhenAnotherHubReadsIt() {
        board.started("receive-mail-contact");
        board.stopped("receive-mail-contact");
        pass(Duration.ofMinutes(5));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
