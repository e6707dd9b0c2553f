package fr.aubette.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A directorate's part in a ticket.
 *
 * @param directorate its code in {@code config/directorates.yaml}
 * @param role lead, informed or contributing
 * @param dueOn the day a contribution is owed; only for {@link Role#CONTRIBUTION}
 */
public record Attribution(String directorate, Role role, Optional<LocalDate> dueOn) {

    /** What a directorate does with a ticket. */
    public enum Role {
        /** Answers the citizen; exactly one. */
        LEAD,
        /** Is informed. */
        INFORMATION,
        /** Owes the lead a contribution by a date. */
        CONTRIBUTION
    }

    public Attribution {
        if (dueOn.isPresent() && role != Role.CONTRIBUTION) {
            throw new IllegalArgumentException("only a contribution has a date, not " + role);
        }
    }

    public static Attribution lead(String directorate) {
        return new Attribution(directorate, Role.LEAD, Optional.empty());
    }

    public static Attribution information(String directorate) {
        return new Attribution(directorate, Role.INFORMATION, Optional.empty());
    }
}
