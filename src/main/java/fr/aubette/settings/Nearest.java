package fr.aubette.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what the administrator probably meant. */
final class Nearest {

    /** As many known names are listed as one can read. */
    private static final int LISTED = 12;

    private Nearest() {}

    /** What was expected, for a message: all names when few, and the nearest when it is near. */
    static String expected(String what, String found, Collection<String> known) {
        String list = known.size() <= LISTED ? " (" + String.join(", ", sorted(known)) + ")" : "";
        return what
                + list
                + known.stream()
                        .filter(name -> distance(found, name) <= Math.max(2, name.length() / 3))
                        .min(Comparator.comparingInt((String name) -> distance(found, name))
                                .thenComparing(Comparator.naturalOrder()))
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("");
    }

    private static Collection<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
