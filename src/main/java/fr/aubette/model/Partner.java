package fr.aubette.model;

import java.util.List;

/**
 * Another institution, to which what belongs to it is passed on: an entry of {@code config/partners.yaml}.
 *
 * @param code stable upper-case code, for example {@code CAF}
 * @param label as citizens read it
 * @param names how people call it
 * @param says what we tell the citizen who wrote to us instead
 * @param site where the citizen can go directly; blank when there is none
 */
public record Partner(String code, String label, List<String> names, String says, String site) {

    public Partner {
        names = List.copyOf(names);
    }
}
