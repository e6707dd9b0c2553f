package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * Whether a matter is already open.
 *
 * @param matter what it is about
 * @param joins the ticket that it belongs to; empty when a new one opens
 * @param confidence 0 to 1: how sure it is that it joins that ticket; when a new one opens, how sure that is
 * @param evidence why
 * @param links tickets that the new one has to do with; empty when it joins
 */
public record Threading(
        Matter matter, Optional<TicketId> joins, double confidence, List<Evidence> evidence, List<TicketLink> links) {

    public Threading {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence must lie in 0..1, is " + confidence);
        }
        if (joins.isPresent() && !links.isEmpty()) {
            throw new IllegalArgumentException("a matter that joins a ticket is linked to no other");
        }
        evidence = List.copyOf(evidence);
        links = List.copyOf(links);
    }

    public Threading(Matter matter, Optional<TicketId> joins, List<Evidence> evidence) {
        this(matter, joins, 1, evidence, List.of());
    }
}
