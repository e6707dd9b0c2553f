package fr.aubette.identify.match;

import fr.aubette.identify.match.Verdict.Band;
import java.util.List;

/**
 * Where the three bands lie.
 *
 * @param attach least probability, 0 to 1, for a contact to be attached to a citizen without asking
 * @param byName the same when nothing but a name says who it is
 * @param open least probability, 0 to 1, that it is nobody known, for a new record to be opened without asking
 */
public record Bands(double attach, double byName, double open) {

    public Bands {
        for (double each : List.of(attach, byName, open)) {
            if (!(each > 0.5 && each <= 1)) {
                throw new IllegalArgumentException("a band begins above 0.5 and ends at 1, not " + each);
            }
        }
    }

    /** As they ship. */
    public static Bands shipped() {
        return new Bands(0.86, 0.985, 0.90);
    }

    /** For a running hub: a name alone attaches nobody, whatever the odds. */
    public static Bands ofHub() {
        return new Bands(0.90, 1, 0.90);
    }

    Band of(Sighting sighting, List<Candidate> ranked, double newcomer) {
        if (!ranked.isEmpty() && !sighting.several()) {
            Candidate first = ranked.get(0);
            double least = first.proven() ? attach : byName;
            if (first.probability() >= least && !first.vetoed()) {
                return Band.ATTACH;
            }
        }
        return newcomer >= open ? Band.NEW : Band.ASK;
    }
}
