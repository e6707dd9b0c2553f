package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;

/** Port: who is owed an answer where two are; no row for a ticket that has one person to answer. */
public interface AddresseeRows {

    /** Those of a ticket, the official first. */
    List<Addressee> of(TicketId ticket);

    /** Keeps them; needs a transaction. */
    void keep(TicketId ticket, List<Addressee> both);

    /** Notes an answer, once; false when it was noted before, or there is no such addressee. */
    boolean answered(TicketId ticket, Addressee.Role role, String actor, Instant at);
}
