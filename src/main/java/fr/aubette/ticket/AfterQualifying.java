package fr.aubette.ticket;

/** Port: what else follows when a person has said what a ticket is about, in the same transaction. */
@FunctionalInterface
public interface AfterQualifying {

    /** Told once the ticket is saved; its row is locked. */
    void qualified(TicketRows.Row ticket);
}
