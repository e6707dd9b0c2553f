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

    /** The rule of evidence that says: nothing but a name tells who it is. */
    public static final String NAME_ALONE = "name-alone";

    /** The rule of evidence that says: a record of its own is opened until a person has chosen. */
    public static final String PROVISIONAL = "provisional";

    /** The rule of evidence that says: a case file's number, and something else, tell who it is. */
    public static final String CASE_FILE = "case-file";

    /** Whether some evidence is of this rule. */
    public boolean says(String rule) {
        return evidence.stream().anyMatch(each -> each.rule().equals(rule));
    }

    /**
     * Whether a new record is opened: for somebody nobody knows, or until a person has chosen among those it may be.
     */
    public boolean opens() {
        return certainty == Certainty.NEW || certainty == Certainty.AMBIGUOUS && says(PROVISIONAL);
    }

    /** Whether more than a name tells who it is, so that what else the contact gives is the citizen's too. */
    public boolean proven() {
        return citizen.isPresent() && !says(NAME_ALONE);
    }

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
