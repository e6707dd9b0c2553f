package fr.aubette.watch;

import fr.aubette.answer.DueAnswers;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while mails wait for longer than a server's hiccup lasts. */
@Component("answers")
class AnswersHealth implements HealthIndicator {

    private final DueAnswers due;

    AnswersHealth(DueAnswers due) {
        this.due = due;
    }

    @Override
    public Health health() {
        int stuck = due.stuck();
        return stuck == 0
                ? Health.up().build()
                : Health.down().withDetail("waitForTheirServer", stuck).build();
    }
}
