package fr.aubette.identify.match;

import fr.aubette.identify.name.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one contact says of who it comes from, ready to be compared.
 *
 * @param readings every way to read its name; empty when it gives none
 * @param guesses what its mail address lets guess of the name; counts only when nobody is known by that address
 * @param sex {@code M} or {@code F}, by the title
 * @param several whether it names more than one person, "M. et Mme"
 * @param birth date of birth
 * @param phones in E.164 form
 * @param mails mailboxes
 * @param place postal address
 * @param scanned whether a scanner read it, so that letters may stand for those that look alike
 */
public record Sighting(
        List<Reading> readings,
        List<Reading> guesses,
        Optional<Character> sex,
        boolean several,
        Optional<LocalDate> birth,
        List<String> phones,
        List<Mailbox> mails,
        Optional<Place> place,
        boolean scanned) {

    public Sighting {
        readings = List.copyOf(readings);
        guesses = List.copyOf(guesses);
        phones = List.copyOf(phones);
        mails = List.copyOf(mails);
    }

    /** Whether nothing tells who it is. */
    public boolean blank() {
        return readings.isEmpty() && phones.isEmpty() && mails.isEmpty() && birth.isEmpty();
    }
}
