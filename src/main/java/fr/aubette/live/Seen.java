package fr.aubette.live;

import fr.aubette.access.Sight;
import fr.aubette.model.TicketId;
import java.util.Collection;
import java.util.List;

/** Port: which of these tickets somebody may know of. */
public interface Seen {

    /** Numbers of those tickets of which she sees at least that they exist. */
    List<String> of(Collection<TicketId> tickets, Sight sight);
}
