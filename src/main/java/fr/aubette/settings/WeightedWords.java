package fr.aubette.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads lists of words, alone or by weight. */
final class WeightedWords {

    /** A word of this weight decides alone, whatever else a text holds. */
    private static final double HEAVIEST = 20;

    private WeightedWords() {}

    /** Words by weight: {@code 3.0: [apa, gir]}. */
    static Map<String, Double> of(Entry entry, Set<String> patterns) {
        Map<String, Double> weights = new LinkedHashMap<>();
        entry.entries().forEach((written, words) -> {
            double weight = weight(written, words);
            list(words, patterns).forEach(word -> {
                if (weights.putIfAbsent(word, weight) != null) {
                    words.wrong("'" + word + "' again", "each word once");
                }
            });
        });
        return weights;
    }

    /** A list of words and phrases; one that begins with # must be a pattern's name. */
    static List<String> list(Entry entry, Set<String> patterns) {
        return entry.list().stream().map(member -> word(member, patterns)).toList();
    }

    private static String word(Entry member, Set<String> patterns) {
        String word = member.text();
        if (word.startsWith("#") && !patterns.contains(word)) {
            member.wrong("'" + word + "'", Nearest.expected("a name of 'patterns'", word, patterns));
        }
        return word;
    }

    private static double weight(String written, Entry words) {
        try {
            double weight = Double.parseDouble(written);
            if (Math.abs(weight) <= HEAVIEST) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // told below like a weight out of bounds
        }
        words.wrong("weight '" + written + "'", "a number from -20 to 20, then its words");
        return 0;
    }
}
