package fr.aubette.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds which known words and phrases a text holds; the cost does not depend on how many are known. */
final class Lexicon {

    private record Known(List<String> stems, String written) {}

    private final Words words;
    private final Map<String, List<Known>> byFirst = new HashMap<>();
    private final Set<List<String>> seen = new HashSet<>();

    Lexicon(Words words) {
        this.words = words;
    }

    /** Learns a word or phrase; what has no word of its own is ignored. */
    void add(String written) {
        List<String> stems = words.term(written);
        if (!stems.isEmpty() && seen.add(stems)) {
            byFirst.computeIfAbsent(stems.get(0), first -> new ArrayList<>()).add(new Known(stems, key(stems)));
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
    void find(List<Token> tokens, BiConsumer<String, Integer> found) {
        for (int at = 0; at < tokens.size(); at++) {
            for (Known known : byFirst.getOrDefault(tokens.get(at).stem(), List.of())) {
                if (follows(known.stems(), tokens, at)) {
                    found.accept(known.written(), at);
                }
            }
        }
    }

    /** Each known word found, with the words as they stand in the text. */
    Map<String, String> found(String text, List<Token> tokens) {
        Map<String, String> found = new java.util.LinkedHashMap<>();
        find(tokens, (key, at) -> {
            int last = Math.min(
                    tokens.size() - 1,
                    at + (int) key.chars().filter(c -> c == ' ').count());
            found.putIfAbsent(
                    key, text.substring(tokens.get(at).start(), tokens.get(last).end()));
        });
        return found;
    }

    private static boolean follows(List<String> stems, List<Token> tokens, int at) {
        if (at + stems.size() > tokens.size()) {
            return false;
        }
        for (int i = 1; i < stems.size(); i++) {
            if (!tokens.get(at + i).stem().equals(stems.get(i))) {
                return false;
            }
        }
        return true;
    }
}
