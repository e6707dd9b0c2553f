package fr.aubette.watch;

import fr.aubette.answer.DueAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while a mail that was tried waits for longer than a server's hiccup lasts. */
@Component("answers")
class AnswersHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final DueAnswers due;
    private final Clock clock;

    AnswersHealth(DueAnswers due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Optional<Instant> oldest = due.waitingSince();
        boolean late =
                oldest.map(at -> at.plus(PATIENCE).isBefore(clock.instant())).orElse(false);
        Health.Builder health = late ? Health.down() : Health.up();
        oldest.ifPresent(at -> health.withDetail("waitingSince", at.toString()));
        return health.build();
    }
}
