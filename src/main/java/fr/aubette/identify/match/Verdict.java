package fr.aubette.identify.match;

import java.util.List;

/**
 * What is decided about a contact.
 *
 * @param band what to do
 * @param candidates the likeliest first; when {@link Band#ATTACH} the first is the one
 * @param newcomer probability, 0 to 1, that it is nobody who is known
 */
public record Verdict(Band band, List<Candidate> candidates, double newcomer) {

    /** What to do with a contact. */
    public enum Band {
        /** It is the first candidate's. */
        ATTACH,
        /** A person decides. */
        ASK,
        /** Nobody known: open a new record. */
        NEW
    }

    public Verdict {
        candidates = List.copyOf(candidates);
    }
}
