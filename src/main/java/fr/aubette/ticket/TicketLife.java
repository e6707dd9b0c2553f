package fr.aubette.ticket;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import fr.aubette.model.Turn;
import fr.aubette.ticket.NotPossible.Why;
import fr.aubette.ticket.TicketRows.Row;
import fr.aubette.ticket.TicketRows.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents do with a ticket. Each verb is one transaction: the row is locked, changed, told in its history. */
@Component("ticketLife")
@Transactional
public class TicketLife {

    /** Longest note or reason, in characters. */
    public static final int MAX_TEXT = 10_000;

    /** Dates that an answer to everybody meets. */
    private static final Set<String> ANSWERED = Set.of("AEE", "SERVICE_COMMITMENT", "ANSWER");

    private final TicketRows rows;
    private final History history;
    private final Qualifying qualifying;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final TwoAnswers both;
    private final List<AfterQualifying> afterwards;
    private final Clock clock;

    TicketLife(
            TicketRows rows,
            History history,
            Qualifying qualifying,
            Clocks clocks,
            Catalogue catalogue,
            TwoAnswers both,
            List<AfterQualifying> afterwards,
            Clock clock) {
        this.afterwards = List.copyOf(afterwards);
        this.both = both;
        this.clocks = clocks;
        this.rows = rows;
        this.history = history;
        this.qualifying = qualifying;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Takes it in charge, also from a colleague. */
    public void take(Act act) {
        Row row = running(act);
        Row taken = save(row.withState(Status.TAKEN, Optional.of(act.actor())));
        history.tell(
                taken,
                "taken",
                act.actor(),
                row.assignee().<Map<String, ?>>map(from -> Map.of("from", from)).orElse(Map.of()));
    }

    /** Gives it back to the directorate's list. */
    public void release(Act act) {
        Row row = running(act);
        if (row.status() != Status.TAKEN) {
            throw new NotPossible(Why.NOT_TAKEN);
        }
        history.tell(save(row.withState(Status.OPEN, Optional.empty())), "released", act.actor(), Map.of());
    }

    /**
     * Lays it before an agent who has to do with it, unless somebody has it: any colleague may still take it.
     *
     * @param login her sign-in name
     * @param who she is, for those who read the history
     */
    public void propose(TicketId ticket, String login, String who) {
        Row row = locked(ticket);
        if (row.status() == Status.OPEN && row.assignee().isEmpty()) {
            Row proposed = save(row.withState(Status.OPEN, Optional.of(login)));
            history.tell(proposed, "proposed", Recording.PROGRAM, Map.of("to", login, "text", who));
        }
    }

    /** Adds a note that never leaves the house; two agents may write at the same time. */
    public void note(TicketId ticket, String actor, String text) {
        history.tell(locked(ticket), "noted", actor, Map.of("text", required(text)));
    }

    /**
     * Gives it to another directorate, whose queue is told; the former lead stays informed, save of protected matters.
     */
    public void reassign(Act act, String directorate, String reason) {
        Row row = running(act);
        String why = required(reason);
        if (directorate.equals(row.directorate()) || !catalogue.directorates().containsKey(directorate)) {
            throw new NotPossible(Why.SAME_OR_UNKNOWN);
        }
        rows.changeLead(row, directorate, !row.protectedLane());
        Row moved = save(row.ledBy(directorate));
        history.tell(
                moved, "reassigned", act.actor(), Map.of("from", row.directorate(), "to", directorate, "reason", why));
        history.handOver(moved, "ticket-reassigned", why);
    }

    /** Says what it is about: its directorate, priority and clocks follow. */
    public void qualify(Act act, String motive) {
        Row row = running(act);
        Row qualified = save(qualifying.qualify(row, motive));
        qualifying.settle(qualified);
        history.tell(
                qualified,
                "qualified",
                act.actor(),
                Map.of("from", row.motive(), "to", motive, "directorate", qualified.directorate()));
        if (!qualified.directorate().equals(row.directorate())) {
            history.handOver(qualified, "ticket-qualified", "");
        }
        afterwards.forEach(each -> each.qualified(qualified));
    }

    /**
     * Says that every piece asked for is there: what rested runs on.
     *
     * @param day of the last piece's arrival; not in the future
     */
    public void complete(Act act, LocalDate day) {
        Row row = running(act);
        if (day.isAfter(clocks.today())) {
            throw new NotPossible(Why.NO_DAY);
        }
        clocks.turn(row.id(), row.motive(), Turn.on(Turn.Kind.COMPLETE, day));
        history.tell(save(row), "completed", act.actor(), Map.of("day", day.toString()));
    }

    /** Answered at first level: counted, and without a clock. */
    public void settle(Act act, String remark) {
        Row row = running(act);
        List<Deadline> stopped = rows.deadlines(row.id());
        clocks.turn(row.id(), row.motive(), Turn.on(Turn.Kind.SETTLED, clocks.today()));
        Row settled = save(row.withState(Status.SETTLED, row.assignee()));
        rows.countSettled(row.id());
        history.tell(settled, "settled", act.actor(), Map.of("remark", optional(remark), "deadlines", stopped));
    }

    /** Ends it; its deadlines stay, to say whether they were kept. */
    public void close(Act act, String remark) {
        Row row = running(act);
        if (!both.left(row).isEmpty()) {
            throw new NotPossible(Why.NOT_BOTH);
        }
        history.tell(
                save(row.withState(Status.CLOSED, row.assignee())),
                "closed",
                act.actor(),
                Map.of("remark", optional(remark)));
    }

    /** Opens it again, with the deadlines that it had. */
    public void reopen(Act act) {
        Row row = seen(act);
        if (!row.status().ended()) {
            throw new NotPossible(Why.NOT_ENDED);
        }
        Row open = save(row.withState(Status.OPEN, Optional.empty()));
        if (row.status() == Status.SETTLED) {
            clocks.turn(row.id(), row.motive(), Turn.on(Turn.Kind.REOPENED, clocks.today()));
            rows.countOpened(row.id());
        }
        history.tell(open, "reopened", act.actor(), Map.of());
    }

    /** Says that somebody who was owed an answer has had it, by a way that the program did not see. */
    public void answeredTo(Act act, String role) {
        Row row = running(act);
        Addressee.Role to = Addressee.Role.ofCode(role).orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
        if (!both.note(row, to, act.actor())) {
            throw new NotPossible(Why.SAME_OR_UNKNOWN);
        }
        if (both.left(row).isEmpty()) {
            clocks.turn(row.id(), row.motive(), Turn.of(Turn.Kind.MET, clocks.today(), ANSWERED));
        }
        history.tell(save(row), "answered-to", act.actor(), TwoAnswers.detail(to));
    }

    private Row running(Act act) {
        Row row = seen(act);
        if (row.status().ended()) {
            throw new NotPossible(Why.ENDED);
        }
        return row;
    }

    private Row seen(Act act) {
        Row row = locked(act.ticket());
        if (row.version() != act.version()) {
            throw new Stale(row.number());
        }
        return row;
    }

    private Row locked(TicketId ticket) {
        return rows.lock(ticket).orElseThrow(() -> new IllegalStateException("no ticket " + ticket));
    }

    private Row save(Row row) {
        rows.save(row, clock.instant());
        return row;
    }

    static String required(String text) {
        String kept = optional(text);
        if (kept.isEmpty()) {
            throw new NotPossible(Why.NO_TEXT);
        }
        return kept;
    }

    private static String optional(String text) {
        String kept = text.replace("\0", "").strip();
        if (kept.length() > MAX_TEXT) {
            throw new NotPossible(Why.NO_TEXT);
        }
        return kept;
    }
}
