package fr.aubette.ticket;

import fr.aubette.model.TicketId;

/**
 * An agent is about to change a ticket that she saw in a certain state.
 *
 * @param version of the ticket on her page; another one means that somebody was faster
 * @param actor her sign-in name
 */
public record Act(TicketId ticket, long version, String actor) {}
