package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.model.TicketLink;
import java.time.Instant;

/** Port: what ties tickets that are not one, inside the transaction that its caller opened. */
public interface TicketLinks {

    /** Ties a ticket to another; once is enough. */
    void link(TicketId ticket, TicketLink link, Instant at);

    /**
     * Locks a ticket that nothing is added to, so that a line of its history has its place.
     *
     * @return its head
     */
    TicketBook.TicketLine lock(TicketId ticket);
}
