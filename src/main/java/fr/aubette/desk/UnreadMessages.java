package fr.aubette.desk;

import fr.aubette.access.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: what the directorates' own software left unread until its time ran out. */
public interface UnreadMessages {

    /**
     * The latest first.
     *
     * @param directorates whose
     * @param before only those with a smaller id
     */
    List<Unread> page(List<String> directorates, long before, int limit, Sight sight);

    /** How many, by directorate; none for one that missed nothing. */
    Map<String, Long> counts();

    /**
     * One message; the ticket itself is still in the console.
     *
     * @param ticket its number, for who may know that it exists
     */
    record Unread(
            long id, String directorate, String kind, Optional<String> ticket, Instant sentAt, Instant expiredAt) {}
}
