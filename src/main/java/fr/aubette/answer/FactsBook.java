package fr.aubette.answer;

import fr.aubette.model.TicketId;

/** Port: what an answer needs to know of its ticket. */
@FunctionalInterface
public interface FactsBook {

    TicketFacts of(TicketId ticket);
}
