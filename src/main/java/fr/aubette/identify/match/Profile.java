package fr.aubette.identify.match;

import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Surname;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a citizen, ready to be compared.
 *
 * @param id of the citizen
 * @param person whom an agent has found to be the same one: several citizens may be one person
 * @param surnames used, birth and former ones
 * @param firsts first names
 * @param sex {@code M} or {@code F}
 * @param birth date of birth
 * @param phones in E.164 form
 * @param mails mailboxes
 * @param places addresses, former ones too
 */
public record Profile(
        String id,
        String person,
        List<Surname> surnames,
        List<FirstName> firsts,
        Optional<Character> sex,
        Optional<LocalDate> birth,
        List<String> phones,
        List<Mailbox> mails,
        List<Place> places) {

    /** More of a kind than this is a service, not a person: further ones are not compared. */
    private static final int MOST = 12;

    public Profile {
        surnames = List.copyOf(surnames);
        firsts = List.copyOf(firsts);
        phones = List.copyOf(phones);
        mails = List.copyOf(mails);
        places = List.copyOf(places);
    }

    /** Of a citizen who is nobody else. */
    public Profile(
            String id,
            List<Surname> surnames,
            List<FirstName> firsts,
            Optional<Character> sex,
            Optional<LocalDate> birth,
            List<String> phones,
            List<Mailbox> mails,
            List<Place> places) {
        this(id, id, surnames, firsts, sex, birth, phones, mails, places);
    }

    /** With what a contact that was attached to it adds: phone, mailbox, address, a missing birth date; no name. */
    public Profile learning(Sighting sighting) {
        return new Profile(
                id,
                person,
                surnames,
                firsts,
                sex,
                birth.isPresent() ? birth : sighting.birth(),
                with(phones, sighting.phones()),
                with(mails, sighting.mails()),
                sighting.place().stream().anyMatch(said -> places.stream().anyMatch(said::same))
                        ? places
                        : with(places, sighting.place().stream().toList()));
    }

    private static <T> List<T> with(List<T> known, List<T> more) {
        if (known.containsAll(more) || known.size() >= MOST) {
            return known;
        }
        List<T> all = new ArrayList<>(known);
        for (T each : more) {
            if (!all.contains(each)) {
                all.add(each);
            }
        }
        return all;
    }
}
