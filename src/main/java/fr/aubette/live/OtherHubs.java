package fr.aubette.live;

import fr.aubette.model.TicketId;

/** Port: tells the other hubs that a ticket changed here; what they tell comes in at {@link Changes#elsewhere}. */
@FunctionalInterface
public interface OtherHubs {

    void tell(TicketId ticket);
}
