package fr.aubette.answer;

import fr.aubette.model.CitizenId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port: citizens' safe-contact wishes. */
public interface Wishes {

    /** Those in force of this citizen. */
    List<Wish> of(CitizenId citizen);

    /** Those in force of anybody known by this address: for a ticket of which it is not sure whose it is. */
    List<Wish> ofAddress(String address);

    void set(CitizenId citizen, Wish wish);

    /** Ends one of this citizen's; nothing happens when it has ended. */
    void end(CitizenId citizen, UUID wish, String by, Instant at);
}
