package fr.aubette.watch;

import java.time.Instant;
import java.util.List;

/**
 * Port: how many tickets went to another directorate after the program had routed them. Counts only, and nothing of
 * what goes the restricted way.
 */
public interface RoutingQuality {

    /** By rule and version, of the tickets opened since then, the most frequent first. */
    List<Routed> routed(Instant since);

    /** From which directorate to which, the most frequent first. */
    List<Moved> moved(Instant since, int most);

    /**
     * What a rule has done.
     *
     * @param rule first of the evidence
     * @param version of the rules
     * @param all tickets
     * @param abstained of them were left to a person
     * @param reassigned of the others went elsewhere
     */
    record Routed(String rule, String version, long all, long abstained, long reassigned) {

        public long decided() {
            return all - abstained;
        }
    }

    /** A way that tickets took. */
    record Moved(String from, String to, long n) {}
}
