package fr.aubette.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;

/** Finds which known words and phrases a text holds; the cost does not depend on how many are known. */
final class Lexicon {

    /** Words that a gap may skip. */
    private static final int SKIPPED = 3;

    private record Known(List<String> stems, String written) {}

    private final Words words;
    private final Map<String, List<Known>> byFirst = new HashMap<>();

    /** As {@link #byFirst}, for those that begin with a family of words, by its beginning. */
    private final Map<String, List<Known>> byBeginning = new HashMap<>();

    private final TreeSet<Integer> beginnings = new TreeSet<>();
    private final Set<List<String>> seen = new HashSet<>();

    Lexicon(Words words) {
        this.words = words;
    }

    /** Learns a word or phrase; what has no word of its own is ignored. */
    void add(String written) {
        List<String> stems = words.term(written);
        boolean open = stems.isEmpty()
                || stems.get(0).equals(Words.GAP)
                || stems.get(stems.size() - 1).equals(Words.GAP);
        if (!open && seen.add(stems)) {
            String first = stems.get(0);
            Known known = new Known(stems, key(stems));
            if (first.endsWith(Words.FAMILY)) {
                String beginning = first.substring(0, first.length() - 1);
                beginnings.add(beginning.length());
                byBeginning
                        .computeIfAbsent(beginning, each -> new ArrayList<>())
                        .add(known);
            } else {
                byFirst.computeIfAbsent(first, each -> new ArrayList<>()).add(known);
            }
        }
    }

    /** How a word or phrase is named whatever its spelling; empty when it has no word of its own. */
    String key(String written) {
        return key(words.term(written));
    }

    private static String key(List<String> stems) {
        return String.join(" ", stems);
    }

    /** Tells each known word found, by its key, with the index of its first token. */
    void find(List<Token> tokens, ObjIntConsumer<String> found) {
        match(tokens, (known, at, end) -> found.accept(known.written(), at));
    }

    private interface Match {
        void at(Known known, int first, int end);
    }

    private void match(List<Token> tokens, Match match) {
        for (int at = 0; at < tokens.size(); at++) {
            String stem = tokens.get(at).stem();
            each(byFirst.getOrDefault(stem, List.of()), tokens, at, match);
            for (int length : beginnings) {
                if (length > stem.length()) {
                    break;
                }
                each(byBeginning.getOrDefault(stem.substring(0, length), List.of()), tokens, at, match);
            }
        }
    }

    private static void each(List<Known> candidates, List<Token> tokens, int at, Match match) {
        for (Known known : candidates) {
            int end = end(known.stems(), tokens, at);
            if (end > 0) {
                match.at(known, at, end);
            }
        }
    }

    /** Whether any known word is there. */
    boolean knowsAny(List<Token> tokens) {
        boolean[] any = new boolean[1];
        find(tokens, (key, at) -> any[0] = true);
        return any[0];
    }

    /** Each known word found, with the words as they stand in the text. */
    Map<String, String> found(String text, List<Token> tokens) {
        Map<String, String> found = new LinkedHashMap<>();
        match(
                tokens,
                (known, at, end) -> found.putIfAbsent(
                        known.written(),
                        text.substring(
                                tokens.get(at).start(), tokens.get(end - 1).end())));
        return found;
    }

    /** The index after the last token of a phrase that begins here; 0 when it does not. */
    private static int end(List<String> stems, List<Token> tokens, int at) {
        int next = at + 1;
        for (int i = 1; i < stems.size(); i++) {
            int skip = stems.get(i).equals(Words.GAP) ? SKIPPED : 0;
            i += skip > 0 ? 1 : 0;
            int last = Math.min(tokens.size() - 1, next + skip);
            while (next <= last && !same(stems.get(i), tokens.get(next).stem())) {
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
        return known.endsWith(Words.FAMILY)
                ? stem.startsWith(known.substring(0, known.length() - 1))
                : known.equals(stem);
    }
}
