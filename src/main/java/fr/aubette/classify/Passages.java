package fr.aubette.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into its sentences. */
final class Passages {

    /** Longest text cut, in passages; what follows stays with the last one. */
    private static final int MAX_PASSAGES = 5_000;

    private static final Pattern END = Pattern.compile("[.!?…]+[»\")]?(?=\\s)|\\R|;|\\s\\+\\s|\\s[-–—/]\\s");

    private Passages() {}

    /** The sentences in order, none blank; lines, semicolons and dashes end one too. */
    static List<String> of(String text) {
        List<String> passages = new ArrayList<>();
        int from = 0;
        for (int end : ends(text)) {
            String passage = text.substring(from, end);
            if (!passage.isBlank()) {
                passages.add(passage.strip());
            }
            from = end;
        }
        return passages;
    }

    /** Where each sentence ends, exclusive; the last one ends with the text. */
    static List<Integer> ends(String text) {
        List<Integer> ends = new ArrayList<>();
        Matcher found = END.matcher(text);
        while (ends.size() < MAX_PASSAGES && found.find()) {
            ends.add(found.end());
        }
        if (ends.isEmpty() || ends.get(ends.size() - 1) < text.length()) {
            ends.add(text.length());
        }
        return ends;
    }
}
