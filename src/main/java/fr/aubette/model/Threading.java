package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * Whether a matter is already open.
 *
 * @param matter what it is about
 * @param joins the ticket that it belongs to; empty when a new one opens
 * @param evidence why
 */
public record Threading(Matter matter, Optional<TicketId> joins, List<Evidence> evidence) {

    public Threading {
        evidence = List.copyOf(evidence);
    }
}
