package fr.aubette.answer;

import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.Answer.State;
import fr.aubette.answer.Stop.Why;
import fr.aubette.model.Deadline;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Writes what became of an answer: its state, the ticket's history, the deadlines that it met or moved. */
@Component
class Outcomes {

    /** Dates that a receipt meets. */
    private static final Set<String> BY_RECEIPT = Set.of("AEE");

    /** Dates that an answer meets; silence and decisions are legal clocks that only a decision ends. */
    private static final Set<String> BY_REPLY = Set.of("AEE", "SERVICE_COMMITMENT", "ANSWER");

    /** Dates that an acknowledgement with its legal content meets. */
    private static final Set<String> BY_ACKNOWLEDGEMENT = Set.of("AEE", "ARE", "ACKNOWLEDGEMENT", "SERVICE_COMMITMENT");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String COMMITMENT = "SERVICE_COMMITMENT";
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);

    private final AnswerBook book;
    private final TicketRows tickets;
    private final History history;
    private final Templates templates;
    private final AnswerSettings settings;
    private final Clock clock;

    Outcomes(
            AnswerBook book,
            TicketRows tickets,
            History history,
            Templates templates,
            AnswerSettings settings,
            Clock clock) {
        this.templates = templates;
        this.book = book;
        this.tickets = tickets;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    void sent(Answer answer) {
        TicketRows.Row ticket = ticket(answer);
        List<Deadline> before = tickets.deadlines(ticket.id());
        List<Deadline> after = after(answer, before);
        List<Deadline> met = new ArrayList<>(before);
        met.removeAll(after);
        if (!met.isEmpty()) {
            tickets.replaceDeadlines(ticket.id(), after);
        }
        book.sent(answer.id(), clock.instant(), met);
        tell(ticket, answer, answer.kind() == Kind.RECEIPT ? "receipt-sent" : "answer-sent", "");
    }

    private List<Deadline> after(Answer answer, List<Deadline> before) {
        if (answer.kind() == Kind.HOLDING) {
            Optional<LocalDate> until = Variable.day(answer.fields().getOrDefault(Template.UNTIL, ""));
            return before.stream()
                    .map(each -> each.kind().equals(COMMITMENT) ? moved(each, until) : each)
                    .toList();
        }
        Set<String> met = answer.kind() == Kind.RECEIPT ? BY_RECEIPT : met(answer);
        return before.stream().filter(each -> !met.contains(each.kind())).toList();
    }

    private Set<String> met(Answer answer) {
        return templates
                .find(answer.template())
                .filter(each -> each.use() == Template.Use.ACKNOWLEDGEMENT)
                .map(each -> BY_ACKNOWLEDGEMENT)
                .orElse(BY_REPLY);
    }

    private Deadline moved(Deadline commitment, Optional<LocalDate> until) {
        return until.map(day -> new Deadline(
                        COMMITMENT,
                        day,
                        commitment.article(),
                        "réponse d'attente du " + Variable.worded(LocalDate.ofInstant(clock.instant(), PARIS))))
                .orElse(commitment);
    }

    void notCarried(Answer answer, boolean forGood) {
        if (forGood) {
            fail(answer, State.UNDELIVERED, Why.SERVER_REFUSED, "answer-undelivered");
        } else if (tried(answer.attempts()).compareTo(settings.giveUpAfter()) >= 0) {
            fail(answer, State.GIVEN_UP, Why.NO_SERVER, "answer-given-up");
        } else {
            book.move(answer.id(), State.READY, Optional.of(nextTry(answer)), Optional.of(Stop.of(Why.NO_SERVER)));
        }
    }

    private void fail(Answer answer, State state, Why why, String event) {
        book.move(answer.id(), state, Optional.empty(), Optional.of(Stop.of(why)));
        tell(ticket(answer), answer, event, why.name());
    }

    private Instant nextTry(Answer answer) {
        return clock.instant().plus(waitAfter(answer.attempts()));
    }

    /** From the first of so many tries to the last: what waited for a visa before is not counted. */
    static Duration tried(int attempts) {
        return IntStream.range(1, attempts).mapToObj(Outcomes::waitAfter).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration waitAfter(int attempts) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(10, Math.max(0, attempts - 1)));
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }

    void stopped(Answer answer, Stop stop) {
        book.move(answer.id(), State.STOPPED, Optional.empty(), Optional.of(stop));
        tell(ticket(answer), answer, "answer-stopped", stop.why().name());
    }

    /** It left and came back: what it met is owed again. */
    void undelivered(Answer answer, String status) {
        TicketRows.Row ticket = ticket(answer);
        List<Deadline> owed = new ArrayList<>(tickets.deadlines(ticket.id()));
        book.met(answer.id()).stream()
                .filter(each -> owed.stream().noneMatch(known -> known.kind().equals(each.kind())))
                .forEach(owed::add);
        tickets.replaceDeadlines(ticket.id(), owed);
        book.move(answer.id(), State.UNDELIVERED, Optional.empty(), Optional.of(new Stop(Why.RETURNED, status)));
        tell(ticket, answer, "answer-undelivered", Why.RETURNED.name());
    }

    private TicketRows.Row ticket(Answer answer) {
        return tickets.lock(answer.ticket())
                .orElseThrow(() -> new IllegalStateException("no ticket " + answer.ticket()));
    }

    private void tell(TicketRows.Row ticket, Answer answer, String kind, String why) {
        history.tell(
                ticket,
                kind,
                Actor.PROGRAM.login(),
                Map.of("answer", answer.id().toString(), "kind", answer.kind().code(), "why", why));
    }
}
