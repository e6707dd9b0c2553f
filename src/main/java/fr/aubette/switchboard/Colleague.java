package fr.aubette.switchboard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the directory of colleagues: {@code config/directory.csv}.
 *
 * @param name of the person or the desk
 * @param role what they do; blank when it is not said
 * @param directorate code or label, as written
 * @param service below it; blank when it is not said
 * @param site where they sit; blank when it is not said
 * @param phone number as an agent would dial it
 * @param words other words by which they are looked for
 * @param awayUntil last day of an absence; empty when they are there
 * @param deputy name of who answers meanwhile; blank when nobody does
 */
public record Colleague(
        String name,
        String role,
        String directorate,
        String service,
        String site,
        String phone,
        String words,
        Optional<LocalDate> awayUntil,
        String deputy) {

    /** Whether they are away on this day. */
    public boolean away(LocalDate on) {
        return awayUntil.filter(day -> !day.isBefore(on)).isPresent();
    }
}
