package fr.aubette.answer;

import fr.aubette.answer.Answer.State;
import fr.aubette.ticket.TicketRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes by post: written for paper, or come back from a mailbox that did not take it. */
@Component
@Transactional
public class Posting {

    private static final Set<State> TO_POST = Set.of(State.PAPER, State.UNDELIVERED);

    private final AnswerBook book;
    private final TicketRows tickets;
    private final FactsBook facts;
    private final Passages passages;
    private final Letterhead letterhead;
    private final Outcomes outcomes;

    Posting(
            AnswerBook book,
            TicketRows tickets,
            FactsBook facts,
            Passages passages,
            Letterhead letterhead,
            Outcomes outcomes) {
        this.book = book;
        this.tickets = tickets;
        this.facts = facts;
        this.passages = passages;
        this.letterhead = letterhead;
        this.outcomes = outcomes;
    }

    /**
     * A letter to print.
     *
     * @param address where to post it; blank when the citizen gave none
     * @param text with what stands under every answer
     */
    public record Sheet(Answer answer, String number, String citizen, String address, String text) {}

    /** Those that wait, oldest first. */
    public List<Sheet> waiting(int most) {
        return book.toPost(most).stream().map(this::sheet).toList();
    }

    /**
     * One of them.
     *
     * @throws TooLate if it does not wait to be posted
     */
    public Sheet sheet(AnswerId id) {
        return book.find(id)
                .filter(each -> TO_POST.contains(each.state()))
                .map(this::sheet)
                .orElseThrow(() -> new TooLate(-1));
    }

    private Sheet sheet(Answer answer) {
        TicketFacts about = facts.of(answer.ticket());
        return new Sheet(
                answer,
                about.number(),
                about.citizenName(),
                about.postal(),
                letterhead.under(answer, passages.of(answer)));
    }

    /**
     * Says that it was posted: what it meets is no longer owed.
     *
     * @throws CannotLeave if it may not leave on paper either
     * @throws TooLate if it does not wait to be posted
     */
    public void posted(AnswerId id, Actor by) {
        Answer answer = book.find(id)
                .flatMap(found -> tickets.lock(found.ticket()).flatMap(row -> book.lock(id)))
                .filter(each -> TO_POST.contains(each.state()))
                .orElseThrow(() -> new TooLate(-1));
        passages.rules().stopOnPaper(passages.of(answer)).ifPresent(stop -> {
            throw new CannotLeave(stop);
        });
        outcomes.posted(answer, by);
    }
}
