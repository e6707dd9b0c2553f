package fr.aubette.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** One line a source: a source that makes no progress for {@link #PATIENCE} is told, whatever the reason. */
@Component("sources")
class SourcesHealth implements HealthIndicator {

    /** Longest silence of a source; a poll without mail is a sign of life too. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SourceBoard board;
    private final Clock clock;

    SourcesHealth(SourceBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        board.states().forEach((name, state) -> {
            if (stuck(state)) {
                health.down();
            }
            String note = board.note(name);
            health.withDetail(name, line(state) + (note.isEmpty() ? "" : "; " + note));
        });
        return health.build();
    }

    private boolean stuck(SourceBoard.State state) {
        Instant last = state.lastSuccess().orElse(state.since());
        return Duration.between(last, clock.instant()).compareTo(PATIENCE) > 0;
    }

    private String line(SourceBoard.State state) {
        String seen = state.lastSuccess().map(at -> "last answered " + at).orElse("has not answered yet");
        String verdict = stuck(state) ? "no progress for over " + PATIENCE.toSeconds() + " s, " : "";
        return verdict
                + seen
                + state.problem().map(problem -> ": " + problem).orElse("")
                + state.remark().map(remark -> "; " + remark).orElse("");
    }
}
