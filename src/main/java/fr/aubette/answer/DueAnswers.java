package fr.aubette.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims what is due to leave; what a crashed hub had claimed is claimed again after a while. */
@Component("dueAnswers")
public class DueAnswers {

    /** Longer than any server may take for one mail. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** As many as one hub sends in one go. */
    private static final int MOST = 50;

    /** How often it is looked up what has been waiting. */
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final AnswerBook book;
    private final Clock clock;
    private volatile Optional<Instant> waitingSince = Optional.empty();
    private volatile Instant nextLook = Instant.MIN;

    DueAnswers(AnswerBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** When the oldest mail was written that a server did not take; as of some seconds ago. */
    public Optional<Instant> waitingSince() {
        return waitingSince;
    }

    /** The oldest of what is due. */
    @Transactional
    public List<AnswerId> claim() {
        if (!clock.instant().isBefore(nextLook)) {
            nextLook = clock.instant().plus(LOOK);
            waitingSince = book.oldestDue();
        }
        return book.claimDue(clock.instant(), clock.instant().plus(CLAIM), MOST);
    }
}
