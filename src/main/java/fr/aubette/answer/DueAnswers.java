package fr.aubette.answer;

import java.time.Clock;
import java.time.Duration;
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

    private final AnswerBook book;
    private final Clock clock;

    DueAnswers(AnswerBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** The oldest of what is due. */
    @Transactional
    public List<AnswerId> claim() {
        return book.claimDue(clock.instant(), clock.instant().plus(CLAIM), MOST);
    }
}
