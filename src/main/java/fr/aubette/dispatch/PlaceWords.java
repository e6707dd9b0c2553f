package fr.aubette.dispatch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of an address or a matter, in the one form in which places are compared. */
final class PlaceWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern ROAD = Pattern.compile("\\br\\.\\s?d\\.");
    private static final Pattern SAINT = Pattern.compile("\\bsaint(e?)\\b");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

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
}
