package fr.aubette.identify;

import fr.aubette.identify.match.Profile;
import java.util.List;
import java.util.Set;

/** Port: the citizens already known. */
@FunctionalInterface
public interface CitizenDirectory {

    /**
     * Everybody who is kept under one of these keys.
     *
     * @param locked stay locked until the transaction ends, in an order of their own, so that two contacts of a new
     *     citizen at the same moment never make two citizens
     * @param keys of {@link fr.aubette.identify.match.Keys}
     */
    List<Profile> holders(List<IdentityKey> locked, Set<String> keys);
}
