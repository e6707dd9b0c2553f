package fr.aubette.ticket;

import fr.aubette.model.BatchChanged;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets right on which day a letter arrived, and counts again what its tickets owe: clocks run from the arrival, never
 * from the scan (CRPA L112-1).
 */
@Component
public class Arrivals {

    /** Older than this no letter lay unscanned: it is a slip of the pen. */
    private static final int MOST_MONTHS = 12;

    private final ArrivalRows arrivals;
    private final TicketRows rows;
    private final Clocks clocks;
    private final History history;
    private final ApplicationEventPublisher changes;

    Arrivals(ArrivalRows arrivals, TicketRows rows, Clocks clocks, History history, ApplicationEventPublisher changes) {
        this.arrivals = arrivals;
        this.rows = rows;
        this.clocks = clocks;
        this.history = history;
        this.changes = changes;
    }

    /**
     * Says on which day the letter arrived.
     *
     * @param who sign-in name
     * @throws NotPossible if the day is still to come or too long ago
     */
    @Transactional
    public void correct(IntakeId letter, LocalDate day, String who) {
        LocalDate today = clocks.today();
        if (day.isAfter(today) || day.isBefore(today.minusMonths(MOST_MONTHS))) {
            throw new NotPossible(NotPossible.Why.NO_DAY);
        }
        List<TicketId> tickets = arrivals.correct(letter, day, who, clocks.now());
        tickets.stream()
                .sorted(Comparator.comparing(TicketId::value))
                .forEach(ticket -> rows.lock(ticket).ifPresent(row -> recount(row, day, who)));
        changes.publishEvent(new BatchChanged(false));
    }

    private void recount(TicketRows.Row row, LocalDate day, String who) {
        if (!row.status().ended()) {
            clocks.recount(row.id(), row.motive());
        }
        history.tell(row, "arrival-corrected", who, Map.of("to", day.toString()));
    }
}
