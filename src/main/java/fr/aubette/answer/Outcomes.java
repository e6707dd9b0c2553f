package fr.aubette.answer;

import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.Answer.State;
import fr.aubette.answer.Stop.Why;
import fr.aubette.model.Deadline;
import fr.aubette.model.Turn;
import fr.aubette.ticket.Clocks;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketRows;
import fr.aubette.ticket.TwoAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Writes what became of an answer: its state, the ticket's history, the deadlines that it met or moved. */
@Component
class Outcomes {

    /** Dates that a receipt meets. */
    private static final Set<String> BY_RECEIPT = Set.of("AEE");

    /** Dates that an answer meets; silence and decisions are legal clocks that only a decision ends. */
    private static final Set<String> BY_REPLY = Set.of("AEE", "SERVICE_COMMITMENT", "ANSWER");

    /** Dates that are met when the citizen is told who has her request. */
    private static final Set<String> BY_TRANSFER_NOTICE = Set.of("AEE", "SERVICE_COMMITMENT");

    /** Dates that an acknowledgement with its legal content meets. */
    private static final Set<String> BY_ACKNOWLEDGEMENT = Set.of("AEE", "ARE", "ACKNOWLEDGEMENT", "SERVICE_COMMITMENT");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);

    private final AnswerBook book;
    private final TicketRows tickets;
    private final Clocks clocks;
    private final History history;
    private final AnswerSettings settings;
    private final TwoAnswers both;
    private final NotPassedOn transfers;
    private final Clock clock;

    Outcomes(
            AnswerBook book,
            TicketRows tickets,
            Clocks clocks,
            History history,
            AnswerSettings settings,
            TwoAnswers both,
            NotPassedOn transfers,
            Clock clock) {
        this.both = both;
        this.transfers = transfers;
        this.book = book;
        this.tickets = tickets;
        this.clocks = clocks;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    void sent(Answer answer) {
        TicketRows.Row ticket = ticket(answer);
        book.sent(answer.id(), clock.instant(), meet(ticket, answer, clocks.today()));
        tell(ticket, answer, event(answer.kind()), "");
    }

    /** It went by post that day: that counts as sent. */
    void posted(Answer answer, LocalDate on, Actor by) {
        TicketRows.Row ticket = ticket(answer);
        book.posted(answer.id(), moment(on), meet(ticket, answer, on));
        history.tell(
                ticket,
                "answer-posted",
                by.login(),
                Map.of("answer", answer.id().toString(), "kind", answer.kind().code(), "on", on.toString()));
    }

    /** Of a day gone by, its noon. */
    private Instant moment(LocalDate on) {
        return on.isBefore(clocks.today()) ? on.atTime(12, 0).atZone(PARIS).toInstant() : clock.instant();
    }

    private static String event(Kind kind) {
        return switch (kind) {
            case RECEIPT -> "receipt-sent";
            case ACKNOWLEDGEMENT -> "acknowledgement-sent";
            case TRANSFER -> "transfer-sent";
            case PAGE -> "page-sent";
            case REPLY, HOLDING, MISSING_PIECES, TRANSFER_NOTICE -> "answer-sent";
        };
    }

    /** The deadlines that it meets that day, all that it says for the clocks kept. */
    private List<Deadline> meet(TicketRows.Row ticket, Answer answer, LocalDate on) {
        Set<String> meets = answer.kind() == Kind.REPLY && !answersAll(ticket, answer) ? BY_RECEIPT : meets(answer);
        List<Deadline> met = tickets.deadlines(ticket.id()).stream()
                .filter(each -> meets.contains(each.kind()))
                .toList();
        turn(ticket, Turn.of(Turn.Kind.MET, on, meets));
        promise(answer, on).ifPresent(turn -> turn(ticket, turn));
        return met;
    }

    /** Where an official and a citizen are owed an answer, the first of them ends nothing. */
    private boolean answersAll(TicketRows.Row ticket, Answer answer) {
        return both.of(ticket).isEmpty() || both.answered(ticket, answer.recipient(), answer.author());
    }

    private void turn(TicketRows.Row ticket, Turn turn) {
        clocks.turn(ticket.id(), ticket.motive(), turn);
    }

    private static Set<String> meets(Answer answer) {
        return switch (answer.kind()) {
            case RECEIPT -> BY_RECEIPT;
            case REPLY, MISSING_PIECES -> BY_REPLY;
            case ACKNOWLEDGEMENT -> BY_ACKNOWLEDGEMENT;
            case HOLDING, TRANSFER, PAGE -> Set.of();
            case TRANSFER_NOTICE -> BY_TRANSFER_NOTICE;
        };
    }

    /** What it says of the future: a date promised, or given for missing pieces. */
    private Optional<Turn> promise(Answer answer, LocalDate on) {
        String field = answer.kind() == Kind.HOLDING ? Template.UNTIL : Template.LIMIT;
        Turn.Kind turn = answer.kind() == Kind.HOLDING ? Turn.Kind.HELD : Turn.Kind.PIECES_ASKED;
        return answer.kind() == Kind.HOLDING || answer.kind() == Kind.MISSING_PIECES
                ? Variable.day(answer.fields().getOrDefault(field, "")).map(day -> Turn.until(turn, on, day))
                : Optional.empty();
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
        TicketRows.Row ticket = ticket(answer);
        book.move(answer.id(), state, Optional.empty(), Optional.of(Stop.of(why)));
        oursAgain(ticket, answer);
        tell(ticket, answer, event, why.name());
    }

    private void oursAgain(TicketRows.Row ticket, Answer answer) {
        if (answer.kind() == Kind.TRANSFER) {
            transfers.notPassedOn(ticket);
        }
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
        TicketRows.Row ticket = ticket(answer);
        book.move(answer.id(), State.STOPPED, Optional.empty(), Optional.of(stop));
        oursAgain(ticket, answer);
        tell(ticket, answer, "answer-stopped", stop.why().name());
    }

    /** It left and came back: what it met is owed again. */
    void undelivered(Answer answer, String status) {
        TicketRows.Row ticket = ticket(answer);
        Set<String> met = book.met(answer.id()).stream().map(Deadline::kind).collect(Collectors.toSet());
        turn(ticket, Turn.of(Turn.Kind.OWED_AGAIN, clocks.today(), met));
        if (answer.kind() == Kind.MISSING_PIECES) {
            turn(ticket, Turn.on(Turn.Kind.PIECES_NOT_ASKED, clocks.today()));
        }
        oursAgain(ticket, answer);
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
