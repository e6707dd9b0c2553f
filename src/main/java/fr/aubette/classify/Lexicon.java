package fr.aubette.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers words and phrases, and finds which of them a text holds; the cost does not depend on how many there are. */
final class Lexicon {

    /** What {@link #add} answers for a phrase that has no word of its own. */
    static final int NONE = -1;

    /** Words that a gap may skip. */
    private static final int SKIPPED = 3;

    /** Different words remembered with the phrases that they begin: more than French people use. */
    private static final int REMEMBERED = 50_000;

    private static final Known[] NOTHING = {};

    /** A phrase: its words, and the small ones that must stand right before and behind; blank when any may. */
    private record Known(String[] stems, String lead, String trail, int number) {

        boolean between(List<Token> tokens, int first, int end) {
            return (lead.isEmpty() || lead.equals(tokens.get(first).lead()))
                    && (trail.isEmpty()
                            || end < tokens.size()
                                    && trail.equals(tokens.get(end).behind()));
        }
    }

    private final Words words;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Those that begin with a word, by it; with a family of words, by its beginning and {@code *}. */
    private final Map<String, List<Known>> byFirst = new HashMap<>();

    private final TreeSet<Integer> beginnings = new TreeSet<>();
    private final Map<String, Known[]> begunBy = new ConcurrentHashMap<>();

    Lexicon(Words words) {
        this.words = words;
    }

    /** Learns a word or phrase; its number, from 0, or {@value #NONE} when it has no word of its own. */
    int add(String written) {
        List<String> stems = words.term(written);
        if (stems.isEmpty()
                || stems.get(0).equals(Words.GAP)
                || stems.get(stems.size() - 1).equals(Words.GAP)) {
            return NONE;
        }
        String key = String.join(" ", stems);
        Integer number = numbers.putIfAbsent(key, keys.size());
        if (number != null) {
            return number;
        }
        Known known = known(stems, keys.size());
        String first = known.stems()[0];
        if (first.endsWith(Words.FAMILY)) {
            beginnings.add(first.length() - 1);
        }
        byFirst.computeIfAbsent(first, each -> new ArrayList<>()).add(known);
        begunBy.clear();
        keys.add(key);
        return keys.size() - 1;
    }

    private static Known known(List<String> stems, int number) {
        String first = stems.get(0);
        int lead = first.indexOf(Words.LEAD);
        int trail = first.indexOf(Words.TRAIL);
        return lead < 0
                ? new Known(stems.toArray(String[]::new), "", "", number)
                : new Known(
                        new String[] {first.substring(lead + 1, trail)},
                        first.substring(0, lead),
                        first.substring(trail + 1),
                        number);
    }

    /** How a word or phrase is named whatever its spelling. */
    String key(int number) {
        return keys.get(number);
    }

    /** How many words and phrases are known. */
    int size() {
        return keys.size();
    }

    /** Hears of each word or phrase found. */
    interface Match {

        /**
         * One more.
         *
         * @param number the word's
         * @param first index of its first token
         * @param end index after its last token
         */
        void at(int number, int first, int end);
    }

    /** Tells each known word found, in the order of the text. */
    void find(List<Token> tokens, Match match) {
        for (int at = 0; at < tokens.size(); at++) {
            for (Known known : begunBy(tokens.get(at).stem())) {
                int end = end(known.stems(), tokens, at);
                if (end > 0 && known.between(tokens, at, end)) {
                    match.at(known.number(), at, end);
                }
            }
        }
    }

    private Known[] begunBy(String stem) {
        Known[] found = begunBy.get(stem);
        if (found == null) {
            found = lookUp(stem);
            if (begunBy.size() < REMEMBERED) {
                begunBy.put(stem, found);
            }
        }
        return found;
    }

    private Known[] lookUp(String stem) {
        List<Known> found = new ArrayList<>(byFirst.getOrDefault(stem, List.of()));
        for (int length : beginnings.headSet(stem.length(), true)) {
            found.addAll(byFirst.getOrDefault(stem.substring(0, length) + Words.FAMILY, List.of()));
        }
        return found.isEmpty() ? NOTHING : found.toArray(Known[]::new);
    }

    /** Whether any known word is there. */
    boolean knowsAny(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            for (Known known : begunBy(tokens.get(at).stem())) {
                int end = end(known.stems(), tokens, at);
                if (end > 0 && known.between(tokens, at, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The index after the last token of a phrase that begins here; 0 when it does not. */
    private static int end(String[] stems, List<Token> tokens, int at) {
        int next = at + 1;
        for (int i = 1; i < stems.length; i++) {
            int skip = stems[i].equals(Words.GAP) ? SKIPPED : 0;
            i += skip > 0 ? 1 : 0;
            int last = Math.min(tokens.size() - 1, next + skip);
            while (next <= last && !same(stems[i], tokens.get(next).stem())) {
                next++;
            }
            if (next > last) {
                return 0;
            }
            next++;
        }
        return next;
    }

    private static boolean same(String known, String stem) {
        return known.equals(stem)
                || known.endsWith(Words.FAMILY) && stem.regionMatches(0, known, 0, known.length() - 1);
    }
}
