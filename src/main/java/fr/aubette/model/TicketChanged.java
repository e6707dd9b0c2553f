package fr.aubette.model;

/**
 * Said inside the program, in the transaction that changed a ticket; whoever shows it looks again after the commit.
 *
 * @param ticket nothing but its identity: each looks with her own rights
 */
public record TicketChanged(TicketId ticket) {}
