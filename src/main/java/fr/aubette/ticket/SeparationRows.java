package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Port: a contact taken out of its ticket, inside the transaction that its caller opened. */
@FunctionalInterface
public interface SeparationRows {

    /**
     * Opens a ticket of the same motive and directorate for this contact alone, of whom the contact is; its intake then
     * counts as opened.
     *
     * @return the new ticket; empty when the contact is not in the ticket, or is all that is in it
     */
    Optional<TicketId> separate(TicketRows.Row from, UUID contact, Instant at);
}
