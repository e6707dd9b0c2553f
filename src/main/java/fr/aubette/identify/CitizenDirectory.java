package fr.aubette.identify;

import fr.aubette.model.CitizenId;
import java.util.List;
import java.util.Optional;

/** Port: the citizens already known. */
public interface CitizenDirectory {

    /**
     * Everybody who has one of these keys. The keys stay locked until the transaction ends, in an order of their own,
     * so that two contacts of a new citizen at the same moment never make two citizens.
     */
    List<Holder> holders(List<IdentityKey> keys);

    /**
     * A citizen who has a key.
     *
     * @param key the one that found the citizen
     */
    record Holder(CitizenId citizen, IdentityKey key, Optional<String> lastName, Optional<String> firstName) {}
}
