package fr.aubette.incident;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two reports tell of the same thing at the same place, how surely, and why.
 *
 * @param confidence 0 to 1
 * @param why in French, for whoever looks at the link
 */
record SameIncident(double confidence, String why) {

    /** So far apart people point at one spot, in kilometres. */
    private static final double SPOT = 0.3;

    /** Empty when they cannot be one. */
    static Optional<SameIncident> judge(Sighting one, Sighting other) {
        if (!one.thing().equals(other.thing())) {
            return Optional.empty();
        }
        boolean bothOnRoads = one.road().isPresent() && other.road().isPresent();
        if (bothOnRoads) {
            return one.road().equals(other.road()) ? onOneRoad(one, other) : Optional.empty();
        }
        Set<String> town = common(one.communes(), other.communes());
        Set<String> mark = common(one.landmarks(), other.landmarks());
        return town.isEmpty() || mark.isEmpty()
                ? Optional.empty()
                : told(0.78, one, "même commune (" + first(town) + "), même repère (" + first(mark) + ")");
    }

    private static Optional<SameIncident> onOneRoad(Sighting one, Sighting other) {
        String road = "même route (RD " + one.road().orElseThrow() + ")";
        if (one.kilometre().isPresent() && other.kilometre().isPresent()) {
            double apart = Math.abs(one.kilometre().get() - other.kilometre().get());
            if (apart > Sighting.NEAR) {
                return Optional.empty();
            }
            return apart <= SPOT
                    ? told(0.95, one, road + ", même point repère")
                    : told(0.8, one, road + ", points repères proches");
        }
        boolean elsewhere = !one.communes().isEmpty()
                && !other.communes().isEmpty()
                && common(one.communes(), other.communes()).isEmpty();
        if (elsewhere) {
            return Optional.empty();
        }
        Set<String> mark = common(one.landmarks(), other.landmarks());
        if (!mark.isEmpty()) {
            return told(0.88, one, road + ", même repère (" + first(mark) + ")");
        }
        Set<String> town = common(one.communes(), other.communes());
        return town.isEmpty() ? told(0.5, one, road) : told(0.8, one, road + ", même commune (" + first(town) + ")");
    }

    private static Optional<SameIncident> told(double confidence, Sighting one, String where) {
        return Optional.of(new SameIncident(
                confidence,
                String.format(
                        Locale.ROOT, "%s, même chose (%s) : sûr à %.0f %%", where, one.thing(), confidence * 100)));
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static String first(Set<String> words) {
        return words.stream().sorted().findFirst().orElse("");
    }
}
