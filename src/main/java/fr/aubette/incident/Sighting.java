package fr.aubette.incident;

import java.util.Optional;
import java.util.Set;

/**
 * What a report tells of, and where, in the one form in which reports are compared.
 *
 * @param thing name of what is the matter, of {@link IncidentSettings#things}
 * @param road number of the departmental road, as in {@code 12}; empty when none is told
 * @param kilometre where on it; empty when not told
 * @param communes names that it mentions
 * @param landmarks words that stand behind "devant", "rue", "à hauteur de"…
 */
public record Sighting(
        String thing, Optional<String> road, Optional<Double> kilometre, Set<String> communes, Set<String> landmarks) {

    /** So far apart two reports may still be of one thing, in kilometres. */
    public static final double NEAR = 1;

    public Sighting {
        communes = Set.copyOf(communes);
        landmarks = Set.copyOf(landmarks);
    }

    /** Whether it says where at all. */
    boolean isSomewhere() {
        return road.isPresent() || !communes.isEmpty() && !landmarks.isEmpty();
    }
}
