package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of a ticket's history.
 *
 * @param id stable: a listener that sees it twice knows it
 * @param ticket whose
 * @param sequence from 1 in each ticket, without gaps
 * @param kind stable code, for example {@code opened}
 * @param at when
 */
public record TicketEvent(UUID id, TicketId ticket, long sequence, String kind, Instant at) {}
