package fr.aubette.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: visas and signatures, inside the transaction that its caller opened. */
public interface StepBook {

    /** All rounds, in order. */
    List<Step> of(AnswerId answer);

    /** Begins a new round. */
    void begin(AnswerId answer, List<Step> steps);

    void decide(AnswerId answer, Step step);

    /** Notes that the outside signature book has it. */
    void hand(AnswerId answer, Step step, Instant at);

    /** Answers that wait for a signature and that the outside book does not have yet. */
    List<AnswerId> toHand(int most);

    /** The step that is to be decided next. */
    default Optional<Step> next(AnswerId answer) {
        List<Step> all = of(answer);
        return all.stream()
                .filter(each -> each.round() == round(all))
                .filter(each -> each.state() == Step.State.WAITING)
                .findFirst();
    }

    /** The round under way; 0 when it was never submitted. */
    static int round(List<Step> steps) {
        return steps.stream().mapToInt(Step::round).max().orElse(0);
    }
}
