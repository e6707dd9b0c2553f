package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * Which citizen a contact comes from, and why.
 *
 * @param certainty how sure
 * @param citizen who it is; empty unless {@link Certainty#KNOWN}
 * @param candidates who else it might be, for a person to choose; only when {@link Certainty#AMBIGUOUS}
 * @param evidence why
 */
public record Identity(
        Certainty certainty, Optional<CitizenId> citizen, List<CitizenId> candidates, List<Evidence> evidence) {

    /** How sure the identification is. */
    public enum Certainty {
        /** One citizen, by an exact key that nothing contradicts. */
        KNOWN,
        /** Nobody known: a new record is opened. */
        NEW,
        /** Several people share what we know of this contact: a person decides, nothing is merged. */
        AMBIGUOUS,
        /** Nothing tells who it is; it stays so. */
        ANONYMOUS
    }

    public Identity {
        candidates = List.copyOf(candidates);
        evidence = List.copyOf(evidence);
        if (citizen.isPresent() != (certainty == Certainty.KNOWN)) {
            throw new IllegalArgumentException("a citizen is given exactly when known, certainty is " + certainty);
        }
    }
}
