package fr.aubette.classify;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into its sentences. */
final class Passages {

    /** Longest text cut, in passages; what follows stays with the last one. */
    private static final int MAX_PASSAGES = 5_000;

    private static final String STOPS = ".!?…";
    private static final String CLOSES = "»\")";
    private static final String LINES = "\n\r\u000b\f\u0085\u2028\u2029";
    private static final String DASHES = "+-–—/";

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
        int at = 0;
        while (ends.size() < MAX_PASSAGES && at < text.length()) {
            int end = end(text, at);
            if (end > at) {
                ends.add(end);
            }
            at = Math.max(end, at + 1);
        }
        if (ends.isEmpty() || ends.get(ends.size() - 1) < text.length()) {
            ends.add(text.length());
        }
        return ends;
    }

    /** Where a sentence ends whose last signs begin here; at most this place when none does. */
    private static int end(String text, int at) {
        char sign = text.charAt(at);
        if (sign > '?' && sign < '\u0085') {
            return at; // a letter, mostly
        }
        if (sign == ';') {
            return at + 1;
        }
        if (LINES.indexOf(sign) >= 0) {
            return at + (text.startsWith("\r\n", at) ? 2 : 1);
        }
        if (STOPS.indexOf(sign) >= 0) {
            return afterStop(text, at);
        }
        boolean dash = isSpace(text, at) && isSpace(text, at + 2) && DASHES.indexOf(text.charAt(at + 1)) >= 0;
        return dash ? at + 3 : at;
    }

    private static int afterStop(String text, int at) {
        int end = at;
        while (end < text.length() && STOPS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (isSpace(text, end)) {
            return end;
        }
        boolean closed = end < text.length() && CLOSES.indexOf(text.charAt(end)) >= 0 && isSpace(text, end + 1);
        return closed ? end + 1 : at;
    }

    private static boolean isSpace(String text, int at) {
        return at < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(at)) >= 0;
    }
}
