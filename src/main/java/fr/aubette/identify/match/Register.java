package fr.aubette.identify.match;

import java.util.Collection;
import java.util.Set;

/** Port: those who are known, found by their {@link Keys}. */
public interface Register {

    /** Everybody who is kept under one of these keys, each once. */
    Collection<Profile> find(Set<String> keys);
}
