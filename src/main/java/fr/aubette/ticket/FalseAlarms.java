package fr.aubette.ticket;

import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import fr.aubette.ticket.NotPossible.Why;
import fr.aubette.ticket.TicketRows.Row;
import fr.aubette.ticket.TicketRows.Said;
import fr.aubette.ticket.TicketRows.Status;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back what was taken for danger and was none: the ticket leaves the restricted way, is routed anew as if it had
 * just come, and nothing outside its former desk tells that it was there. The desk remembers, and can take it back.
 */
@Component
@Transactional
public class FalseAlarms {

    private static final int MOST = 200;

    private final TicketRows rows;
    private final FalseAlarmRows alarms;
    private final TicketBook book;
    private final TicketMessages messages;
    private final Qualifying qualifying;
    private final History history;
    private final OrdinaryRules ordinary;
    private final Catalogue catalogue;
    private final Clock clock;

    FalseAlarms(
            TicketRows rows,
            FalseAlarmRows alarms,
            TicketBook book,
            TicketMessages messages,
            Qualifying qualifying,
            History history,
            OrdinaryRules ordinary,
            Catalogue catalogue,
            Clock clock) {
        this.rows = rows;
        this.alarms = alarms;
        this.book = book;
        this.messages = messages;
        this.qualifying = qualifying;
        this.history = history;
        this.ordinary = ordinary;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Those that these restricted desks gave back, the latest first. */
    @Transactional(readOnly = true)
    public List<FalseAlarm> of(List<String> directorates) {
        return directorates.isEmpty() ? List.of() : alarms.of(directorates, MOST);
    }

    /** Says that nobody is in danger, and why. */
    public void giveBack(Act act, String reason) {
        Row row = rows.lock(act.ticket()).orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
        if (row.version() != act.version()) {
            throw new Stale(row.number());
        }
        if (!row.protectedLane() || row.status().ended()) {
            throw new NotPossible(row.protectedLane() ? Why.ENDED : Why.SAME_OR_UNKNOWN);
        }
        String why = TicketLife.required(reason);
        history.tell(row, "false-alarm", act.actor(), Map.of("reason", why));
        alarms.keep(new FalseAlarm(
                row.id(),
                row.number(),
                row.motive(),
                row.directorate(),
                row.service(),
                row.assignee(),
                act.actor(),
                why,
                clock.instant(),
                Optional.empty()));
        alarms.hidePast(row.id(), row.directorate());
        begin(qualifying.move(row, catalogue.motive(motive(row)), Optional.empty(), false));
    }

    /** As it says itself; a motive of no restricted way, which a threat may have, stays. */
    private String motive(Row row) {
        Motive former = catalogue.motives().get(row.motive());
        if (former != null && !former.protectedLane()) {
            return former.code();
        }
        String said = rows.said(row.id()).stream().map(Said::text).collect(Collectors.joining("\n"));
        String found = ordinary.motive(row.subject(), said);
        Motive motive = catalogue.motives().get(found);
        return motive == null || motive.protectedLane() ? Matter.TRIAGE : found;
    }

    /** To all outside it begins here. */
    private void begin(Row moved) {
        rows.save(moved, clock.instant());
        qualifying.settle(moved);
        TicketEvent event =
                book.addEvent(moved.id(), "opened", Recording.PROGRAM, clock.instant(), messages.detail(Map.of()));
        book.publish(moved.number(), messages.event(moved.line(), event));
        history.handOver(moved, "ticket-qualified", "");
    }

    /**
     * Takes it back to the restricted way, as it was.
     *
     * @param desks directorates whose protected tickets the actor sees
     */
    public void undo(String number, List<String> desks, String actor) {
        Row row = rows.lock(new TicketNumber(number)).orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
        FalseAlarm alarm = standing(row.id(), desks);
        alarms.undone(alarm, actor, clock.instant());
        Motive motive = Optional.ofNullable(catalogue.motives().get(alarm.motive()))
                .orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
        Row moved = qualifying
                .move(row, motive, alarm.service(), true)
                .withState(alarm.assignee().isPresent() ? Status.TAKEN : Status.OPEN, alarm.assignee());
        rows.save(moved.withPriority(Priority.PROTECTED), clock.instant());
        history.tell(moved, "alarm-again", actor, Map.of());
        history.handOver(moved, "ticket-qualified", "");
    }

    private FalseAlarm standing(TicketId ticket, List<String> desks) {
        return alarms.standing(ticket)
                .filter(each -> desks.contains(each.directorate()))
                .orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
    }
}
