package fr.aubette.classify;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found out of words. A word has one place, which another may take from it: nothing grows, and a
 * word is looked up where it stands in its text.
 */
final class WordMemory<T> {

    /** More than the words that people use. */
    private static final int PLACES = 1 << 16;

    /** Longer ones, in letters, are no words. */
    private static final int LONGEST = 30;

    private record Known<T>(String word, T found) {}

    private final AtomicReferenceArray<@Nullable Known<T>> places = new AtomicReferenceArray<>(PLACES);
    private final Function<String, T> finder;

    /** Asks this for what it does not remember; the same word must always give the same. */
    WordMemory(Function<String, T> finder) {
        this.finder = finder;
    }

    /** What there is to know of the word between two places of a text. */
    T of(String text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + text.charAt(at);
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        Known<T> known = places.get(place);
        if (known != null && known.word().length() == to - from && text.startsWith(known.word(), from)) {
            return known.found();
        }
        String word = text.substring(from, to);
        T found = finder.apply(word);
        if (word.length() <= LONGEST) {
            places.set(place, new Known<>(word, found));
        }
        return found;
    }
}
