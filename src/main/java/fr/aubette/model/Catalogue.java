package fr.aubette.model;

import java.util.List;
import java.util.Map;

/**
 * The directorates and motives of this département, cross-checked when read.
 *
 * @param directorates by code
 * @param motives by code; holds {@link Matter#TRIAGE} always
 * @param partners other institutions, by code
 * @param sectors which service and site answer where, in the order of their file
 */
public record Catalogue(
        Map<String, Directorate> directorates,
        Map<String, Motive> motives,
        Map<String, Partner> partners,
        List<Sector> sectors) {

    public Catalogue {
        directorates = Map.copyOf(directorates);
        motives = Map.copyOf(motives);
        partners = Map.copyOf(partners);
        sectors = List.copyOf(sectors);
    }

    /** A département of one sector. */
    public Catalogue(
            Map<String, Directorate> directorates, Map<String, Motive> motives, Map<String, Partner> partners) {
        this(directorates, motives, partners, List.of());
    }

    /** A département that passes nothing on. */
    public Catalogue(Map<String, Directorate> directorates, Map<String, Motive> motives) {
        this(directorates, motives, Map.of());
    }

    /**
     * The motive with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Motive motive(String code) {
        Motive found = motives.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no motive is called " + code);
        }
        return found;
    }
}
