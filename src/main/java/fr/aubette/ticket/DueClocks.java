package fr.aubette.ticket;

import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Port: dates of open tickets that are near or have passed, and who was told. */
public interface DueClocks {

    /** Those of which nobody was told yet, the oldest first; what rests is left out. */
    List<Due> untold(LocalDate today, int most);

    /** Notes that it was told; false when another hub was faster. Needs a transaction. */
    boolean tell(Due due, Instant at);

    /**
     * A date to tell of.
     *
     * @param passed whether its day is over
     */
    record Due(TicketId ticket, Deadline deadline, boolean passed) {

        String event() {
            return passed ? "deadline-passed" : "deadline-near";
        }
    }
}
