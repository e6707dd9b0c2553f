package fr.aubette.identify.name;

import java.util.List;
import java.util.Optional;

/**
 * One way to read a written name.
 *
 * @param surnames family names: two for "Renard née Dumont"; empty when only a first name was read
 * @param first the first name, if one was read
 * @param natural whether it is the order in which the name was asked for
 */
public record Reading(List<Surname> surnames, Optional<FirstName> first, boolean natural) {

    public Reading {
        surnames = List.copyOf(surnames);
    }
}
