package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: what was given back from the restricted way, seen by its desk alone. */
public interface FalseAlarmRows {

    /** Keeps it; needs a transaction. */
    void keep(FalseAlarm alarm);

    /** The last of a ticket that stands. */
    Optional<FalseAlarm> standing(TicketId ticket);

    void undone(FalseAlarm alarm, String actor, Instant at);

    /**
     * What was done so far in the ticket, and why it was seen as it was, is for that directorate's restricted desk
     * alone.
     */
    void hidePast(TicketId ticket, String directorate);

    /** Those of these directorates, the latest first. */
    List<FalseAlarm> of(List<String> directorates, int most);
}
