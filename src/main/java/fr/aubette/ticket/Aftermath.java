package fr.aubette.ticket;

import fr.aubette.model.Dispatched;
import java.util.List;

/** Port: what else follows from a contact, once it and its tickets are written, in the same transaction. */
@FunctionalInterface
public interface Aftermath {

    /**
     * Told once for each contact, also for one that opened nothing.
     *
     * @param tickets those that it opened or joined, one a matter, in order
     */
    void recorded(Dispatched dispatched, List<TicketBook.TicketLine> tickets);
}
