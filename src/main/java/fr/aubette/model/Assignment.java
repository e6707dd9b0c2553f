package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * Who answers a matter, how soon, and why.
 *
 * @param threading the matter and whether it joins a ticket
 * @param service code of the service below the lead directorate, when known
 * @param site where it is handled, when the sector says so
 * @param attributions each directorate's part; exactly one leads
 * @param priority how soon
 * @param deadlines clocks started by a new ticket; none for one that joins
 * @param evidence why
 */
public record Assignment(
        Threading threading,
        Optional<String> service,
        Optional<String> site,
        List<Attribution> attributions,
        Priority priority,
        List<Deadline> deadlines,
        List<Evidence> evidence) {

    /** How soon a ticket must be looked at. */
    public enum Priority {
        PROTECTED,
        URGENT,
        NORMAL
    }

    public Assignment {
        attributions = List.copyOf(attributions);
        deadlines = List.copyOf(deadlines);
        evidence = List.copyOf(evidence);
        long leads = attributions.stream()
                .filter(part -> part.role() == Attribution.Role.LEAD)
                .count();
        if (leads != 1) {
            throw new IllegalArgumentException("a ticket has one lead, not " + leads);
        }
    }

    /** Code of the directorate that answers. */
    public String lead() {
        return attributions.stream()
                .filter(part -> part.role() == Attribution.Role.LEAD)
                .findFirst()
                .orElseThrow()
                .directorate();
    }
}
