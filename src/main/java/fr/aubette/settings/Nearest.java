package fr.aubette.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

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

    /** Levenshtein's distance, whatever the case. */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
