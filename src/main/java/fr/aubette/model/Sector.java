package fr.aubette.model;

import java.util.List;

/**
 * A place and who answers there: a line of {@code config/sectors.csv}.
 *
 * @param motives codes of motives or directorates for which it holds
 * @param commune name or postcode; blank for none
 * @param street of that commune; blank for all of it
 * @param from first number of the street, or first kilometre of the road; 0 unless told
 * @param to last one
 * @param road as in {@code RD 12}; blank for none
 * @param college name; blank for none
 * @param service who answers; blank: the motive's own
 * @param site where
 */
public record Sector(
        List<String> motives,
        String commune,
        String street,
        double from,
        double to,
        String road,
        String college,
        String service,
        String site) {

    public Sector {
        motives = List.copyOf(motives);
    }

    /** Whether it holds for this motive. */
    public boolean isFor(Motive motive) {
        return motives.contains(motive.code()) || motives.contains(motive.directorate());
    }

    /** How narrow it is: the narrowest that fits decides. */
    public int narrowness() {
        if (!college.isBlank()) {
            return 4;
        }
        if (!road.isBlank()) {
            return to < Double.MAX_VALUE ? 4 : 3;
        }
        return street.isBlank() ? 1 : 2;
    }
}
