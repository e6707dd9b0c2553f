package fr.aubette.answer;

import fr.aubette.answer.Answer.State;
import fr.aubette.answer.paper.WindowAddress;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import fr.aubette.ticket.TicketRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
    private final PrintBook printing;
    private final Catalogue catalogue;

    Posting(
            AnswerBook book,
            TicketRows tickets,
            FactsBook facts,
            Passages passages,
            Letterhead letterhead,
            Outcomes outcomes,
            PrintBook printing,
            Catalogue catalogue) {
        this.book = book;
        this.tickets = tickets;
        this.facts = facts;
        this.passages = passages;
        this.letterhead = letterhead;
        this.outcomes = outcomes;
        this.printing = printing;
        this.catalogue = catalogue;
    }

    /**
     * A letter to print.
     *
     * @param lines where to post it, as the window of its envelope shows it
     * @param service who writes: name, address, telephone
     * @param confidential whether the mail room may not read it: a protected or hidden matter, or one behind a wall
     * @param text with what stands under every answer
     */
    public record Sheet(
            Answer answer,
            String number,
            String citizen,
            List<String> lines,
            String directorate,
            List<String> service,
            boolean confidential,
            String text) {

        public Sheet {
            lines = List.copyOf(lines);
            service = List.copyOf(service);
        }

        /** Whether the address is whole; else somebody must ask for it. */
        public boolean hasAddress() {
            return WindowAddress.isWhole(lines);
        }
    }

    /** Those that wait, oldest first. */
    public List<Sheet> waiting(int most) {
        return book.toPost(most).stream().map(this::sheet).toList();
    }

    /** Those that wait and lie in no batch, oldest first. */
    List<Sheet> unprinted(int most) {
        return printing.unprinted(most).stream().map(this::sheet).toList();
    }

    /** Whether it has an address, and nothing would stop it. */
    boolean canBePosted(Sheet sheet) {
        return sheet.hasAddress()
                && passages.rules().stopOnPaper(passages.of(sheet.answer())).isEmpty();
    }

    /**
     * One of them.
     *
     * @throws TooLate if it does not wait to be posted
     */
    public Sheet sheet(AnswerId id) {
        return book.find(id).filter(Posting::waits).map(this::sheet).orElseThrow(() -> new TooLate(-1));
    }

    private static boolean waits(Answer answer) {
        return TO_POST.contains(answer.state()) && answer.kind().isForCitizen();
    }

    private Sheet sheet(Answer answer) {
        TicketFacts about = facts.of(answer.ticket());
        Directorate directorate = catalogue.directorates().get(about.directorate());
        return new Sheet(
                answer,
                about.number(),
                about.citizenName(),
                address(answer, about),
                about.directorate(),
                directorate == null
                        ? List.of()
                        : Stream.of(directorate.label(), directorate.address(), directorate.phone())
                                .filter(line -> !line.isBlank())
                                .toList(),
                about.protectedLane() || directorate == null || isConfidential(about.motive(), directorate),
                letterhead.under(answer, passages.of(answer)));
    }

    private static List<String> address(Answer answer, TicketFacts about) {
        return answer.medium() == Answer.Medium.LETTER && !answer.recipient().isBlank()
                ? answer.recipient().lines().toList()
                : WindowAddress.of(about.citizenName(), about.postal());
    }

    private boolean isConfidential(String code, Directorate directorate) {
        Motive motive = catalogue.motives().get(code);
        return motive == null
                || motive.hidden()
                || motive.protectedLane()
                || directorate.walled().contains(motive.service());
    }

    /**
     * Says that it was posted that day: what it meets is no longer owed from then on.
     *
     * @throws CannotLeave if it may not leave on paper either
     * @throws TooLate if it does not wait to be posted
     */
    public void posted(AnswerId id, LocalDate on, Actor by) {
        Answer answer = book.find(id)
                .flatMap(found -> tickets.lock(found.ticket()).flatMap(row -> book.lock(id)))
                .filter(Posting::waits)
                .orElseThrow(() -> new TooLate(-1));
        passages.rules().stopOnPaper(passages.of(answer)).ifPresent(stop -> {
            throw new CannotLeave(stop);
        });
        outcomes.posted(answer, on, by);
    }
}
