package fr.aubette.answer;

import fr.aubette.model.IntakeId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the sender of a form reads on the screen, by the long identity that only this page gave: that each request is
 * registered, and its acknowledgement once somebody has made it. One that lacks what the law asks for is not shown; of
 * the restricted way nothing is.
 */
@Component
public class ScreenReceipts {

    private final ScreenBook screen;
    private final AnswerBook book;
    private final Passages passages;

    ScreenReceipts(ScreenBook screen, AnswerBook book, Passages passages) {
        this.screen = screen;
        this.book = book;
        this.passages = passages;
    }

    /** One for each request that was made of the form, by number; empty while it is on its way. */
    @Transactional(readOnly = true)
    public List<Shown> of(IntakeId form) {
        return screen.registered(form).stream()
                .map(each -> new Shown(
                        each.number(),
                        each.acknowledgement().flatMap(book::find).flatMap(this::whole)))
                .toList();
    }

    private Optional<String> whole(Answer answer) {
        return answer.finalText()
                .filter(text ->
                        GateRules.acknowledges(passages.of(answer), text).isEmpty());
    }

    /**
     * A request.
     *
     * @param acknowledgement its text; empty while there is none
     */
    public record Shown(String number, Optional<String> acknowledgement) {}
}
