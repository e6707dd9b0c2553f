package fr.aubette.identify;

import fr.aubette.identify.match.Profile;
import fr.aubette.model.CaseFile;
import fr.aubette.model.CitizenId;
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

    /**
     * The standing case files of the directorates' own software that bear one of these numbers.
     *
     * @param numbers as {@link CaseFile#folded} gives them
     */
    default List<Filed> filed(List<String> numbers) {
        return List.of();
    }

    /**
     * A case file, and what is known of whose it is.
     *
     * @param same the citizens who are this person, itself included
     */
    record Filed(CaseFile file, Profile holder, List<CitizenId> same) {

        public Filed {
            same = List.copyOf(same);
        }
    }
}
