package fr.aubette.answer;

import fr.aubette.ticket.TicketRows;

/** Port: hears that the mail of a transfer did not reach the partner: the request is ours again. */
public interface NotPassedOn {

    /** Its caller holds the ticket's lock. */
    void notPassedOn(TicketRows.Row ticket);
}
