package fr.aubette.identify.match;

import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Letters;
import fr.aubette.identify.name.Reading;
import fr.aubette.identify.name.Readings;
import fr.aubette.identify.name.Surname;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes comparable what a contact says, and what a register holds. */
public final class Sightings {

    private final Frequencies frequencies;

    public Sightings(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** Of what a contact says; empty text for what it does not say. */
    public Sighting of(Said said) {
        List<String> phones = said.phones().stream()
                .flatMap(p -> Numbers.of(p).stream())
                .distinct()
                .toList();
        List<Mailbox> mails = said.mails().stream()
                .flatMap(m -> Mailbox.of(m).stream())
                .distinct()
                .toList();
        List<Reading> readings = said.lastName().isBlank() && said.firstName().isBlank()
                ? Readings.ofWhole(said.name(), said.scanned())
                : Readings.ofFields(said.lastName(), said.firstName(), said.scanned());
        boolean several = Readings.several(said.name() + " " + said.lastName());
        return new Sighting(
                readings,
                mails.isEmpty() ? List.of() : guesses(mails.get(0), readings, isNickname(said)),
                several ? Optional.empty() : Readings.sex(said.name() + " " + said.lastName()),
                several,
                said.birth(),
                phones,
                mails,
                Place.of(said.address(), said.postcode(), said.town()),
                said.scanned());
    }

    /** "gaspar06" names a person in part only. */
    private static boolean isNickname(Said said) {
        String name = said.name().strip();
        return said.lastName().isBlank()
                && said.firstName().isBlank()
                && name.indexOf(' ') < 0
                && name.chars().anyMatch(Character::isDigit);
    }

    /** What a mailbox adds to a name that is not given, or of which a part is missing or an initial only. */
    private List<Reading> guesses(Mailbox mail, List<Reading> readings, boolean nickname) {
        List<Reading> wanting = readings.stream().filter(Sightings::isWanting).toList();
        if (wanting.isEmpty() && !readings.isEmpty()) {
            return List.of();
        }
        List<Reading> guesses = guesses(mail);
        Stream<Reading> whole = guesses.stream()
                .filter(guess -> nickname
                        || readings.isEmpty()
                        || guess.first().isPresent() && wanting.stream().anyMatch(said -> completes(guess, said)));
        return Stream.concat(whole, guesses.stream().flatMap(guess -> joined(guess, wanting)))
                .distinct()
                .toList();
    }

    /** "f.royer@" of somebody who signs "Florence": each gives a half of the name, and the letter agrees. */
    private static Stream<Reading> joined(Reading guess, List<Reading> wanting) {
        return wanting.stream()
                .filter(said -> said.surnames().isEmpty())
                .filter(said -> said.first()
                        .filter(first -> !first.mayBeInitials()
                                && guess.first().stream()
                                        .filter(FirstName::mayBeInitials)
                                        .anyMatch(letter -> first.initials().startsWith(letter.initials())))
                        .isPresent())
                .map(said -> new Reading(guess.surnames(), said.first(), true));
    }

    private static boolean isWanting(Reading reading) {
        return reading.surnames().isEmpty()
                || reading.first().isEmpty()
                || reading.first().get().mayBeInitials();
    }

    private static boolean completes(Reading guess, Reading said) {
        String initial =
                said.first().map(first -> first.joined().substring(0, 1)).orElse("");
        boolean whole = said.first().stream().noneMatch(FirstName::mayBeInitials);
        return guess.first().stream()
                        .map(FirstName::joined)
                        .anyMatch(first -> whole
                                ? said.first().isEmpty()
                                        || first.equals(said.first().get().joined())
                                : first.startsWith(initial))
                && (said.surnames().isEmpty()
                        || said.surnames().stream()
                                .anyMatch(name -> guess.surnames().stream()
                                        .anyMatch(other -> other.joined().equals(name.joined()))));
    }

    private List<Reading> guesses(Mailbox mail) {
        String words = Letters.fold(mail.words());
        if (words.isEmpty()) {
            return List.of();
        }
        List<Reading> guesses = new ArrayList<>();
        if (words.indexOf(' ') > 0) {
            guesses.addAll(Readings.ofWhole(words, false));
            words = Letters.joined(words);
        }
        for (int cut = 2; cut <= words.length() - 2; cut++) {
            both(guesses, words.substring(0, cut), words.substring(cut));
            both(guesses, words.substring(cut), words.substring(0, cut));
        }
        if (guesses.isEmpty() && frequencies.knowsSurname(Surname.of(words))) {
            guesses.add(new Reading(List.of(Surname.of(words)), Optional.empty(), true));
        }
        if (guesses.isEmpty() && words.length() > 3) {
            guesses.add(reading(words.substring(1), words.substring(0, 1)));
        }
        return guesses;
    }

    private void both(List<Reading> guesses, String first, String last) {
        if (frequencies.knowsFirst(FirstName.of(first)) && frequencies.knowsSurname(Surname.of(last))) {
            guesses.add(reading(last, first));
        }
    }

    private static Reading reading(String last, String first) {
        return new Reading(List.of(Surname.of(last)), Optional.of(FirstName.of(first)), true);
    }

    /** The reading whose parts are most often names of their kind. */
    public Optional<Reading> likeliest(List<Reading> readings) {
        double[] doubts = new NameComparison(frequencies, new Weights()).doubts(readings);
        int best = 0;
        for (int i = 1; i < doubts.length; i++) {
            best = doubts[i] < doubts[best] ? i : best;
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings.get(best));
    }

    /** A citizen of whom nothing else is known than this; the name has its likeliest reading. */
    public Profile opened(String id, Sighting sighting) {
        Optional<Reading> name = likeliest(sighting.readings());
        return new Profile(
                id,
                name.map(Reading::surnames).orElse(List.of()),
                name.flatMap(Reading::first).stream().toList(),
                sighting.sex(),
                sighting.birth(),
                sighting.phones(),
                sighting.mails(),
                sighting.place().stream().toList());
    }

    /** Of a row of a register: every name that it gives is one of the citizen's own. */
    public static Profile profile(String id, Said said, String birthName, String sex) {
        List<Surname> surnames = new ArrayList<>();
        for (String name : List.of(said.lastName(), birthName)) {
            String folded = Letters.withoutDigits(Letters.fold(name));
            if (!Letters.joined(folded).isEmpty() && !surnames.contains(Surname.of(folded))) {
                surnames.add(Surname.of(folded));
            }
        }
        String first = Letters.withoutDigits(Letters.fold(said.firstName()));
        return new Profile(
                id,
                surnames,
                Letters.joined(first).isEmpty() ? List.of() : List.of(FirstName.of(first)),
                sex(sex),
                said.birth(),
                said.phones().stream()
                        .flatMap(p -> Numbers.of(p).stream())
                        .distinct()
                        .toList(),
                said.mails().stream()
                        .flatMap(m -> Mailbox.of(m).stream())
                        .distinct()
                        .toList(),
                Place.of(said.address(), said.postcode(), said.town()).stream().toList());
    }

    private static Optional<Character> sex(String written) {
        return switch (Letters.fold(written)) {
            case "m", "h", "homme", "masculin", "male", "1" -> Optional.of('M');
            case "f", "femme", "feminin", "female", "2" -> Optional.of('F');
            default -> Optional.empty();
        };
    }

    /**
     * What is written, before it is made comparable; empty text for what is not.
     *
     * @param name whole, when its parts are not told apart
     * @param scanned whether a scanner read it
     */
    public record Said(
            String name,
            String lastName,
            String firstName,
            Optional<LocalDate> birth,
            List<String> phones,
            List<String> mails,
            String address,
            String postcode,
            String town,
            boolean scanned) {}
}
