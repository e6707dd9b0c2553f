package fr.aubette.store.identify;

import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.match.Keys;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which keys are worth a look: one that more people are expected to share than it may finds nobody, and in a large
 * register each look reads memory that no processor holds in its cache.
 */
final class WorthAsking {

    /** Share of people whose family name begins with a letter, the commoner ones. */
    private static final double SURNAMES_OF_A_LETTER = 0.05;

    /** Postcodes of a département, times the house numbers of each. */
    private static final double NUMBERED_DOORS = 10_000;

    private WorthAsking() {}

    static Set<String> among(Set<String> keys, Frequencies frequencies) {
        return keys.stream()
                .filter(key -> sharing(key, frequencies) <= Keys.most(key))
                .collect(Collectors.toSet());
    }

    /** How many are expected to share a key; zero where nothing tells. */
    private static double sharing(String key, Frequencies frequencies) {
        int citizens = frequencies.citizens();
        int end = key.lastIndexOf('|');
        return switch (key.charAt(0)) {
            case 'h' ->
                citizens * frequencies.surname(key.substring(2, end)) * frequencies.initial(key.charAt(end + 1));
            case 'f' -> citizens * frequencies.first(key.substring(2, end)) * SURNAMES_OF_A_LETTER;
            case 'a' -> citizens / NUMBERED_DOORS;
            default -> 0;
        };
    }
}
