package fr.aubette.identify.match;

import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Surname;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A profile as facts, one a line: its kind, a space, its value. So it is read in one row, and a person can read it. */
public final class KnownText {

    /**
     * One thing known of a citizen.
     *
     * @param kind {@code surname}, {@code first-name}, {@code sex}, {@code birth-date}, {@code phone}, {@code mail} or
     *     {@code address}
     * @param value in its form for comparison
     */
    public record Fact(String kind, String value) {}

    /** Names recur among all that are read: they are taken apart once. */
    private static final Recent<Surname> SURNAMES = new Recent<>(Surname::of);

    private static final Recent<FirstName> FIRSTS = new Recent<>(FirstName::of);

    private KnownText() {}

    /** The facts of a profile, in an order of their own. */
    public static List<Fact> facts(Profile profile) {
        List<Fact> facts = new ArrayList<>();
        profile.surnames().forEach(name -> facts.add(new Fact("surname", name.written())));
        profile.firsts().forEach(name -> facts.add(new Fact("first-name", name.written())));
        profile.sex().ifPresent(sex -> facts.add(new Fact("sex", sex.toString())));
        profile.birth().ifPresent(date -> facts.add(new Fact("birth-date", date.toString())));
        profile.phones().forEach(phone -> facts.add(new Fact("phone", phone)));
        profile.mails().forEach(mail -> facts.add(new Fact("mail", mail.address())));
        profile.places().forEach(place -> facts.add(new Fact("address", address(place))));
        return facts;
    }

    private static String address(Place place) {
        return String.join("|", place.number(), place.street(), place.postcode(), place.town());
    }

    /** The text of a profile. */
    public static String of(Profile profile) {
        StringBuilder text = new StringBuilder();
        facts(profile)
                .forEach(fact -> text.append(fact.kind())
                        .append(' ')
                        .append(fact.value())
                        .append('\n'));
        return text.toString();
    }

    /** The profile of a text. */
    public static Profile profile(String id, String person, String text) {
        List<Surname> surnames = new ArrayList<>();
        List<FirstName> firsts = new ArrayList<>();
        Optional<Character> sex = Optional.empty();
        Optional<LocalDate> birth = Optional.empty();
        List<String> phones = new ArrayList<>();
        List<Mailbox> mails = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int gap = line.indexOf(' ');
            String value = line.substring(gap + 1);
            switch (gap < 0 ? "" : line.substring(0, gap)) {
                case "surname" -> surnames.add(SURNAMES.get(value));
                case "first-name" -> firsts.add(FIRSTS.get(value));
                case "sex" -> sex = Optional.of(value.charAt(0));
                case "birth-date" -> birth = Optional.of(LocalDate.parse(value));
                case "phone" -> phones.add(value);
                case "mail" -> Mailbox.of(value).ifPresent(mails::add);
                case "address" -> places.add(place(value));
                default -> {
                    // the text's end
                }
            }
        }
        return new Profile(id, person, surnames, firsts, sex, birth, phones, mails, places);
    }

    private static Place place(String value) {
        String[] parts = value.split("\\|", -1);
        return new Place(parts[0], parts[1], parts[2], parts[3]);
    }
}
