package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port: what lay with a letter and went back, inside the transaction that its caller opened. */
public interface ReturnedRows {

    /**
     * Notes it.
     *
     * @param contact the letter
     * @return the letter's tickets; none when it was noted before
     */
    List<TicketId> returned(UUID contact, String how, String actor, Instant at);
}
