package fr.aubette.identify.match;

import fr.aubette.identify.name.Letters;
import fr.aubette.identify.name.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postal address as it is compared, in the terms of the French national address base.
 *
 * @param number with its repetition letter, {@code 38b}; empty when there is none
 * @param street the words that name the street, joined, without its type: {@code liberation}
 * @param postcode empty when unknown
 * @param town joined; empty when unknown
 */
public record Place(String number, String street, String postcode, String town) {

    private static final Pattern POSTCODE = Pattern.compile("\\b(\\d{5})\\b");
    private static final Pattern NUMBER =
            Pattern.compile("^(\\d{1,4}) ?(bis|b1s|ter|quater|8is|8i5|bi5|b|t|q)?(?= |$)");

    private static final Set<String> EMPTY_WORDS = Set.of(
            "rue",
            "r",
            "avenue",
            "av",
            "ave",
            "boulevard",
            "bd",
            "bld",
            "blvd",
            "bvd",
            "place",
            "pl",
            "allee",
            "all",
            "impasse",
            "imp",
            "chemin",
            "ch",
            "che",
            "chem",
            "route",
            "rte",
            "rt",
            "square",
            "sq",
            "quai",
            "q",
            "cours",
            "crs",
            "passage",
            "pass",
            "psg",
            "lieu",
            "dit",
            "lieudit",
            "faubourg",
            "fbg",
            "fg",
            "lotissement",
            "lot",
            "residence",
            "res",
            "voie",
            "venelle",
            "sentier",
            "villa",
            "cite",
            "rond",
            "point",
            "esplanade",
            "esp",
            "promenade",
            "prom",
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "l",
            "d",
            "et",
            "a",
            "au",
            "aux",
            "en",
            "sur",
            "sous");

    private static final List<String> LONG_TYPES = List.of(
            "avenue",
            "boulevard",
            "place",
            "allee",
            "impasse",
            "chemin",
            "route",
            "square",
            "cours",
            "residence",
            "passage");

    private static final Map<String, String> WHOLE = Map.of(
            "st",
            "saint",
            "ste",
            "sainte",
            "gal",
            "general",
            "mal",
            "marechal",
            "cdt",
            "commandant",
            "pdt",
            "president",
            "dr",
            "docteur",
            "pr",
            "professeur",
            "col",
            "colonel");

    private static final double STREET_NOISE = 0.3;

    /** Of its fields; what is empty may be found in the others' text. */
    public static Optional<Place> of(String address, String postcode, String town) {
        String line = Letters.fold(address.replace('-', ' '));
        String code = Letters.fold(postcode);
        String place = Letters.fold(town.replace('-', ' '));
        if (code.isEmpty()) {
            Matcher found = POSTCODE.matcher(line);
            if (found.find()) {
                code = found.group(1);
                place = place.isEmpty() ? line.substring(found.end()).trim() : place;
                line = line.substring(0, found.start()).trim();
            }
        }
        Matcher number = NUMBER.matcher(line);
        String door = "";
        if (number.find()) {
            String letter = number.group(2) == null ? "" : number.group(2);
            door = number.group(1) + (letter.isEmpty() ? "" : letter.startsWith("8") ? "b" : letter.substring(0, 1));
            line = line.substring(number.end()).trim();
        }
        String street = core(line);
        if (street.isEmpty() && code.isEmpty() && place.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(door, street, code, town(place)));
    }

    private static String core(String line) {
        List<String> words = new ArrayList<>();
        List<String> all = Arrays.asList(line.split(" ", -1));
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            boolean type = i == 0 && all.size() > 1 && isMisreadType(word);
            if (!word.isEmpty() && !type && !EMPTY_WORDS.contains(word)) {
                words.add(WHOLE.getOrDefault(word, word));
            }
        }
        return words.isEmpty() ? Letters.joined(line) : String.join("", words);
    }

    private static boolean isMisreadType(String word) {
        if (word.length() <= 4) {
            return word.length() > 1 && Spelling.scanned(word, "rue") <= 1;
        }
        return LONG_TYPES.stream()
                .anyMatch(type -> Math.abs(type.length() - word.length()) <= 1 && Spelling.scanned(word, type) <= 1);
    }

    private static String town(String folded) {
        List<String> words = new ArrayList<>();
        for (String word : folded.split(" ", -1)) {
            if (word.equals("cedex")) {
                break;
            }
            words.add(WHOLE.getOrDefault(word, word));
        }
        return String.join("", words);
    }

    /** Whether both name the same town, by postcode or by name, or one does not say. */
    boolean sameTown(Place other) {
        if (!postcode.isEmpty() && !other.postcode.isEmpty()) {
            return postcode.equals(other.postcode);
        }
        return town.isEmpty() || other.town.isEmpty() || near(town, other.town);
    }

    /** Whether both name a street and it is the same, allowing for noise. */
    boolean sameStreet(Place other) {
        return !street.isEmpty() && !other.street.isEmpty() && near(street, other.street);
    }

    /** Whether both are one address, allowing for noise. */
    boolean same(Place other) {
        return sameTown(other) && sameStreet(other) && (sameNumber(other) || number.isEmpty());
    }

    /** Whether both give a number and it is the same. */
    boolean sameNumber(Place other) {
        return !number.isEmpty() && number.equals(other.number);
    }

    private static boolean near(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return one.equals(other)
                || Math.abs(one.length() - other.length()) <= 3
                        && Spelling.scanned(one, other) <= STREET_NOISE * longest;
    }

    /** Under which people who live at the same address are found together. */
    String key() {
        return postcode + "|" + number + "|" + street;
    }
}
