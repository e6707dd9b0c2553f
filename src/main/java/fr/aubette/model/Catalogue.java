package fr.aubette.model;

import java.util.Map;

/**
 * The directorates and motives of this département, cross-checked when read.
 *
 * @param directorates by code
 * @param motives by code; holds {@link Matter#TRIAGE} always
 * @param partners other institutions, by code
 */
public record Catalogue(
        Map<String, Directorate> directorates, Map<String, Motive> motives, Map<String, Partner> partners) {

    public Catalogue {
        directorates = Map.copyOf(directorates);
        motives = Map.copyOf(motives);
        partners = Map.copyOf(partners);
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
