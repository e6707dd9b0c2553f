package fr.aubette.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims what is due to leave; what a crashed hub had claimed is claimed again after a while. */
@Component("dueAnswers")
public class DueAnswers {

    /** Longer than any server may take for one mail. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** As many as one hub sends in one go. */
    private static final int MOST = 50;

    /** As many tries as there are in a quarter of an hour. */
    private static final int HICCUP = 4;

    /** How often it is looked up what is stuck. */
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final AnswerBook book;
    private final Clock clock;
    private volatile int stuck;
    private volatile Instant nextLook = Instant.MIN;

    DueAnswers(AnswerBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** How many mails their server has refused for a quarter of an hour; as of some seconds ago. */
    public int stuck() {
        return stuck;
    }

    /** The oldest of what is due. */
    @Transactional
    public List<AnswerId> claim() {
        if (!clock.instant().isBefore(nextLook)) {
            nextLook = clock.instant().plus(LOOK);
            stuck = book.stuck(HICCUP);
        }
        return book.claimDue(clock.instant(), clock.instant().plus(CLAIM), MOST);
    }
}
