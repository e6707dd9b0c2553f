package fr.aubette.dispatch;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of an address or a matter, in the one form in which places are compared. */
final class PlaceWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern ROAD = Pattern.compile("\\br\\.\\s?d\\.");
    private static final Pattern SAINT = Pattern.compile("\\bsaint(e?)\\b");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private static final Set<String> NO_NAME = Set.of(
            "rue",
            "avenue",
            "av",
            "boulevard",
            "bd",
            "place",
            "pl",
            "allee",
            "impasse",
            "chemin",
            "route",
            "square",
            "quai",
            "cours",
            "passage",
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
            "en");

    private PlaceWords() {}

    /** Lower case, without accents, one space between words; "R.D. 12" is "rd 12", "Saint" is "st". */
    static String of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String roads = ROAD.matcher(plain).replaceAll("rd ");
        return BETWEEN.matcher(SAINT.matcher(roads).replaceAll("st$1"))
                .replaceAll(" ")
                .strip();
    }

    /** As the citizens' file keeps a street or town: one word, without its type and articles. */
    static String joined(String text) {
        return Arrays.stream(of(text).split(" "))
                .filter(word -> !NO_NAME.contains(word))
                .map(word -> word.equals("st") ? "saint" : word.equals("ste") ? "sainte" : word)
                .collect(Collectors.joining());
    }
}
