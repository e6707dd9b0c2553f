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
        Matcher ends = END.matcher(text);
        int from = 0;
        while (passages.size() < MAX_PASSAGES && ends.find()) {
            add(passages, text.substring(from, ends.end()));
            from = ends.end();
        }
        add(passages, text.substring(from));
        return passages;
    }

    private static void add(List<String> passages, String passage) {
        if (!passage.isBlank()) {
            passages.add(passage.strip());
        }
    }
}
