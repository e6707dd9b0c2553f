package fr.aubette.identify.match;

import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Reading;
import fr.aubette.identify.name.Sound;
import fr.aubette.identify.name.Surname;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys by which people are found: two who share none are not compared.
 *
 * <p>Each is a short text, its kind before the bar, so that one btree holds them all.
 */
public final class Keys {

    private Keys() {}

    /** Under which a citizen is kept. */
    public static Set<String> of(Profile profile) {
        Set<String> keys = new LinkedHashSet<>();
        profile.phones().forEach(phone -> keys.add("t|" + phone));
        profile.mails().forEach(mail -> mail(keys, mail));
        profile.places().forEach(place -> place(keys, place));
        for (Surname surname : profile.surnames()) {
            keys.add("s|" + Sound.skeleton(surname.sound()));
            for (FirstName first : profile.firsts()) {
                names(keys, surname, first);
            }
            profile.birth().ifPresent(birth -> year(keys, surname, birth));
            profile.places().forEach(place -> town(keys, surname, place));
        }
        profile.birth().ifPresent(birth -> birthday(keys, profile.surnames(), profile.firsts(), birth));
        return keys;
    }

    /** By which a contact asks. */
    public static Set<String> of(Sighting sighting) {
        Set<String> keys = new LinkedHashSet<>();
        sighting.phones().forEach(phone -> keys.add("t|" + phone));
        sighting.mails().forEach(mail -> mail(keys, mail));
        sighting.place().ifPresent(place -> place(keys, place));
        sighting.readings().forEach(reading -> reading(keys, sighting, reading));
        sighting.guesses().forEach(reading -> reading(keys, sighting, reading));
        return keys;
    }

    /** What a key of the whole name counts, among those that somebody is found by. */
    public static final int OF_WHOLE_NAME = 4;

    /** How much a key says, beside others: of all who are found by some, those with most in common are compared. */
    public static int weight(String key) {
        return switch (key.charAt(0)) {
            case 't', 'm' -> 8;
            case 'y', 'b', 'p', 'r' -> 5;
            case 'n' -> OF_WHOLE_NAME;
            case 'l', 'a' -> 3;
            case 'h', 'f' -> 2;
            default -> 1;
        };
    }

    /** How many may share a key for it to find anybody: among more, it would cost more than it tells. */
    public static int most(String key) {
        return switch (key.charAt(0)) {
            case 't', 'm' -> 100;
            case 's', 'a', 'b' -> 20;
            default -> 30;
        };
    }

    /** A key as eight bytes: two that collide only make one candidate more. */
    public static long hashed(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }

    private static void reading(Set<String> keys, Sighting sighting, Reading reading) {
        List<FirstName> firsts = reading.first().stream().toList();
        if (!reading.natural()) {
            reading.surnames().forEach(surname -> firsts.forEach(first -> wholeName(keys, surname, first)));
            sighting.birth().ifPresent(birth -> birthday(keys, reading.surnames(), firsts, birth));
            return;
        }
        for (Surname surname : reading.surnames()) {
            firsts.forEach(first -> names(keys, surname, first));
            if (firsts.isEmpty()) {
                keys.add("s|" + Sound.skeleton(surname.sound()));
            }
            sighting.birth().ifPresent(birth -> year(keys, surname, birth));
            sighting.place().ifPresent(place -> town(keys, surname, place));
        }
        sighting.birth().ifPresent(birth -> birthday(keys, reading.surnames(), firsts, birth));
    }

    private static void mail(Set<String> keys, Mailbox mail) {
        keys.add("m|" + mail.local() + "@" + mail.domain());
        if (mail.local().length() >= 6) {
            keys.add("l|" + mail.local());
        }
    }

    private static void place(Set<String> keys, Place place) {
        if (!place.number().isEmpty()) {
            if (!place.postcode().isEmpty()) {
                keys.add("a|" + place.postcode() + "|" + place.number());
            }
            if (!place.street().isEmpty()) {
                keys.add("r|" + place.number() + "|" + place.street());
            }
        } else if (!place.street().isEmpty()) {
            keys.add("r||" + place.postcode() + "|" + place.street());
        }
    }

    private static void names(Set<String> keys, Surname surname, FirstName first) {
        wholeName(keys, surname, first);
        char initial = first.joined().charAt(0);
        keys.add("h|" + surname.joined() + "|" + initial);
        for (String part : surname.parts()) {
            keys.add("h|" + part + "|" + initial);
        }
        keys.add("h|" + surname.core() + "|" + initial);
        keys.add("f|" + first.joined() + "|" + surname.core().charAt(0));
    }

    private static void wholeName(Set<String> keys, Surname surname, FirstName first) {
        String heard = Sound.skeleton(surname.sound());
        keys.add("n|" + heard + "|" + Sound.skeleton(first.sound()));
        if (first.parts().size() > 1) {
            keys.add("n|" + heard + "|" + Sound.skeleton(Sound.of(first.parts().get(0))));
        }
        for (String part : surname.isDouble() ? surname.parts() : List.<String>of()) {
            keys.add("n|" + Sound.skeleton(Sound.of(part)) + "|" + Sound.skeleton(first.sound()));
        }
    }

    private static void year(Set<String> keys, Surname surname, LocalDate birth) {
        keys.add("y|" + Sound.skeleton(surname.sound()) + "|" + birth.getYear());
    }

    private static void town(Set<String> keys, Surname surname, Place place) {
        if (!place.postcode().isEmpty()) {
            keys.add("p|" + place.postcode() + "|" + Sound.skeleton(surname.sound()));
        }
    }

    private static void birthday(Set<String> keys, List<Surname> surnames, List<FirstName> firsts, LocalDate birth) {
        for (Surname surname : surnames) {
            keys.add("b|" + birth + "|" + surname.core().charAt(0));
        }
        for (FirstName first : firsts) {
            keys.add("b|" + birth + "|" + first.joined().charAt(0));
        }
    }
}
