package fr.aubette.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a contact says of a person. Claims, not knowledge: identification decides who it is.
 *
 * @param name the whole name as written, when its parts are not told apart
 * @param lastName family name as written
 * @param firstName first name as written
 * @param birthDate date of birth
 * @param phones in E.164 form, for example {@code +33639980101}; what cannot be a number is left out
 * @param mails addresses, lower case
 * @param address postal address as written, lines joined by commas
 */
public record Person(
        Optional<String> name,
        Optional<String> lastName,
        Optional<String> firstName,
        Optional<LocalDate> birthDate,
        List<String> phones,
        List<String> mails,
        Optional<String> address) {

    public Person {
        phones = List.copyOf(phones);
        mails = List.copyOf(mails);
    }

    /** Somebody of whom nothing is known. */
    public static Person unknown() {
        return new Person(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
