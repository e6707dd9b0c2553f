package fr.aubette.identify;

import fr.aubette.model.Person;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a person's name, without accents, titles or order: "M. Jean-Pierre LEFÈVRE" and "lefevre jean pierre"
 * are the same words.
 *
 * @param words lower case, sorted
 */
record Names(Set<String> words) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");
    private static final Set<String> TITLES = Set.of("m", "mr", "mme", "mlle", "monsieur", "madame", "dr", "me");

    static Names of(Person person) {
        Stream<String> parts =
                person.lastName().isPresent() || person.firstName().isPresent()
                        ? Stream.concat(person.lastName().stream(), person.firstName().stream())
                        : person.name().stream();
        return of(parts);
    }

    static Names of(Stream<String> parts) {
        Set<String> words = new TreeSet<>();
        parts.flatMap(part -> Arrays.stream(NOT_LETTERS.split(fold(part))))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .forEach(words::add);
        return new Names(words);
    }

    /** Whether nothing is known of the name. */
    boolean unknown() {
        return words.isEmpty();
    }

    /** Whether there is at least a first and a last name. */
    boolean complete() {
        return words.size() >= 2;
    }

    /** Whether both are known, and every word of the shorter is in the longer, two words at least. */
    boolean agreesWith(Names other) {
        Set<String> shorter = words.size() <= other.words.size() ? words : other.words;
        Set<String> longer = words.size() <= other.words.size() ? other.words : words;
        return shorter.size() >= 2 && longer.containsAll(shorter);
    }

    /** Whether both are known and cannot be the same person's. */
    boolean contradicts(Names other) {
        return !unknown() && !other.unknown() && !agreesWith(other);
    }

    String folded() {
        return String.join(" ", words);
    }

    private static String fold(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
    }
}
