package fr.aubette.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date that the institution owes, with its source.
 *
 * @param kind stable code, for example {@code ARE} or {@code IMPLIED_REJECTION}
 * @param dueOn the last day; while it rests, that day if nothing more happens
 * @param article where it is written, for example {@code CRPA R112-11-1}; a service commitment names its charter
 * @param reason from which date and by which rule it was counted
 * @param warnOn the day on which it is near; empty when nobody is warned
 * @param restsUntil the last day on which it does not run (CRPA L114-5), {@link LocalDate#MAX} when that depends on
 *     somebody else; empty when it runs
 */
public record Deadline(
        String kind,
        LocalDate dueOn,
        String article,
        String reason,
        Optional<LocalDate> warnOn,
        Optional<LocalDate> restsUntil) {

    /** One of which nobody is warned. */
    public Deadline(String kind, LocalDate dueOn, String article, String reason) {
        this(kind, dueOn, article, reason, Optional.empty(), Optional.empty());
    }

    /** Whether it does not run on this day. */
    public boolean restsOn(LocalDate day) {
        return restsUntil.filter(last -> !day.isAfter(last)).isPresent();
    }
}
