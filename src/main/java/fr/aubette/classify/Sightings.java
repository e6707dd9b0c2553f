package fr.aubette.classify;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The known words of a text, each time that it says one, in its order. */
final class Sightings {

    private static final int FIRST_ROOM = 64;

    private int[] words = new int[FIRST_ROOM];
    private int[] firsts = new int[FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private int size;

    /** Different words, in the order of their first sighting, and each sighting's place among them. */
    private int[] different = new int[FIRST_ROOM];

    private final int[] places;
    private int count;

    private Sightings(int[] places) {
        this.places = places;
    }

    static Sightings of(Lexicon lexicon, List<Token> tokens) {
        int[] place = new int[lexicon.size()];
        Sightings found = new Sightings(place);
        lexicon.find(tokens, found::add);
        return found;
    }

    /** The sightings of some words only: those whose place in a table is set. */
    Sightings of(boolean[] some) {
        Sightings found = new Sightings(new int[places.length]);
        for (int i = 0; i < size; i++) {
            if (words[i] < some.length && some[words[i]]) {
                found.add(words[i], firsts[i], ends[i]);
            }
        }
        return found;
    }

    /** Whether the text says any of these. */
    boolean saysAny(int[] wanted) {
        for (int word : wanted) {
            if (word < places.length && says(word)) {
                return true;
            }
        }
        return false;
    }

    private void add(int word, int first, int end) {
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        words[size] = word;
        firsts[size] = first;
        ends[size++] = end;
        if (places[word] == 0) {
            if (count == different.length) {
                different = Arrays.copyOf(different, 2 * count);
            }
            different[count++] = word;
            places[word] = count;
        }
    }

    /** How many sightings. */
    int size() {
        return size;
    }

    /** The word of a sighting, by its number. */
    int word(int sighting) {
        return words[sighting];
    }

    /** The word of a sighting, by its place among the text's different ones. */
    int place(int sighting) {
        return places[words[sighting]] - 1;
    }

    /** Index of its first token. */
    int first(int sighting) {
        return firsts[sighting];
    }

    /** Index after its last token. */
    int end(int sighting) {
        return ends[sighting];
    }

    /** How many different words. */
    int count() {
        return count;
    }

    /** A different word's number. */
    int different(int place) {
        return different[place];
    }

    /** Whether the text says a word. */
    boolean says(int word) {
        return places[word] > 0;
    }

    /** The first sighting whose value is not below one; values rise with the sightings. */
    int from(IntUnaryOperator value, int least) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value.applyAsInt(middle) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
