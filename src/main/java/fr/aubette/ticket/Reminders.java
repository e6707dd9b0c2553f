package fr.aubette.ticket;

import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.Deadline;
import fr.aubette.ticket.DueClocks.Due;
import fr.aubette.ticket.TicketRows.Row;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of dates that are near, and of those that have passed: in the ticket's history, on its directorate's queue, and
 * to all who listen. A ticket whose date has passed is urgent from then on. Each date is told once; one that moves is
 * told again.
 */
@Component
public class Reminders {

    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final DueClocks due;
    private final TicketRows rows;
    private final History history;
    private final Clocks clocks;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Reminders(
            DueClocks due,
            TicketRows rows,
            History history,
            Clocks clocks,
            Clock clock,
            PlatformTransactionManager manager) {
        this.due = due;
        this.rows = rows;
        this.history = history;
        this.clocks = clocks;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * Tells of so many at most, each in a transaction of its own.
     *
     * @return how many there were
     */
    public int tell(int most) {
        List<Due> untold = due.untold(clocks.today(), most);
        untold.forEach(each -> transactions.executeWithoutResult(transaction -> tell(each)));
        return untold.size();
    }

    private void tell(Due each) {
        rows.lock(each.ticket())
                .filter(row -> !row.status().ended())
                .filter(row -> due.tell(each, clock.instant()))
                .ifPresent(row -> tell(row, each));
    }

    private void tell(Row row, Due each) {
        boolean rises = each.passed() && row.priority() == Priority.NORMAL;
        Row now = rises ? row.withPriority(Priority.URGENT) : row;
        if (rises) {
            rows.save(now, clock.instant());
        }
        Deadline deadline = each.deadline();
        history.tell(
                now,
                each.event(),
                Recording.PROGRAM,
                Map.of(
                        "deadline", deadline.kind(),
                        "day", deadline.dueOn().toString(),
                        "article", deadline.article(),
                        "text", said(deadline, each.passed())));
        history.remind(now, each);
    }

    private static String said(Deadline deadline, boolean passed) {
        String day = FRENCH.format(deadline.dueOn());
        if (!passed) {
            return deadline.article() + " : " + day + ". " + deadline.reason();
        }
        return switch (deadline.kind()) {
            case "IMPLIED_REJECTION" -> "Décision implicite de rejet née du silence gardé jusqu'au " + day;
            case "IMPLIED_ACCEPTANCE" -> "Décision implicite d'acceptation née du silence gardé jusqu'au " + day;
            default -> deadline.article() + " : échéance du " + day + " dépassée. " + deadline.reason();
        };
    }
}
