package fr.aubette.referent;

import fr.aubette.access.Sight;
import fr.aubette.model.TicketId;

/** Port: whether an agent may have a ticket. */
@FunctionalInterface
public interface ReferentRows {

    /** Whether she works on the directorate that leads it, reads all of it, and may know of whose it is. */
    boolean mayHave(TicketId ticket, Sight sight);
}
