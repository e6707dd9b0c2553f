package fr.aubette.cli;

import fr.aubette.identify.name.Letters;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The national number of a person (social security): a hub has no right to it, so it is known in order to be left out.
 */
final class Nir {

    private static final Pattern SHAPE =
            Pattern.compile("[123478]\\d{2}(?:0[1-9]|1[0-2]|[2-9]\\d)(?:\\d{2}|2[AB])\\d{6}(\\d{2})?");

    private static final Set<String> HEADERS = Set.of(
            "nir",
            "nss",
            "numero nir",
            "numero ss",
            "n ss",
            "no ss",
            "num ss",
            "securite sociale",
            "numero securite sociale",
            "numero de securite sociale",
            "no securite sociale",
            "n securite sociale",
            "numero insee",
            "matricule nir",
            "cle nir",
            "nia");

    private Nir() {}

    /** Whether a column's name says that it holds one. */
    static boolean names(String header) {
        return HEADERS.contains(Letters.fold(header.replace('_', ' ').replace('-', ' ')));
    }

    /** Whether a text is one, in 13 figures or, with the key that fits, in 15. */
    static boolean is(String text) {
        String bare = text.replaceAll("[\\s.\\-_/]", "").toUpperCase(Locale.ROOT);
        if (bare.length() > 15 || !SHAPE.matcher(bare).matches()) {
            return false;
        }
        if (bare.length() == 13) {
            return true;
        }
        long number = Long.parseLong(bare.substring(0, 13).replace("2A", "19").replace("2B", "18"));
        return 97 - number % 97 == Long.parseLong(bare.substring(13));
    }
}
