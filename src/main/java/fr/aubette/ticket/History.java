package fr.aubette.ticket;

import fr.aubette.ticket.TicketRows.Row;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells what an agent did: in the ticket's history, to all who listen, and to the directorate that now leads. */
@Component
public class History {

    private final TicketBook book;
    private final TicketRows rows;
    private final TicketMessages messages;
    private final Clock clock;

    History(TicketBook book, TicketRows rows, TicketMessages messages, Clock clock) {
        this.book = book;
        this.rows = rows;
        this.messages = messages;
        this.clock = clock;
    }

    /** Writes the event; a protected ticket's is told to nobody else. */
    public void tell(Row row, String kind, String actor, Map<String, ?> detail) {
        TicketEvent event = book.addEvent(row.id(), kind, actor, clock.instant(), messages.detail(detail));
        if (!row.protectedLane()) {
            book.publish(row.number(), messages.event(row.line(), event));
        }
    }

    /** Tells the lead's queue of a date. */
    void remind(Row row, DueClocks.Due due) {
        tellLead(row, messages.reminder(row, due.event(), due.deadline()));
    }

    /** Puts all that the new lead needs on its queue. */
    void handOver(Row row, String type, String reason) {
        tellLead(row, messages.handOver(row, type, reason, rows.said(row.id()), rows.deadlines(row.id())));
    }

    private void tellLead(Row row, String message) {
        book.tellDirectorate(row.directorate(), row.protectedLane(), row.number(), message);
    }
}
