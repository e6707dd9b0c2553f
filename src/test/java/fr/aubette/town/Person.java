package fr.aubette.town;

import java.time.LocalDate;

/**
 * Somebody who does not exist.
 *
 * @param landline the household's
 * @param mail own, or the couple's
 */
record Person(
        String id,
        String household,
        String sex,
        String last,
        String birthName,
        String first,
        LocalDate born,
        String mobile,
        String landline,
        String mail,
        String street,
        String postcode,
        String town,
        boolean registered) {

    String nameAndBirth() {
        return name() + born;
    }

    String name() {
        return last + " " + first;
    }
}
