package fr.aubette.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that counts as a word of its own. It is tried at each word's beginning, so it is known beforehand with
 * which two letters no match can begin.
 */
final class NamedPattern {

    private static final int ASCII = 128;

    private static final Pattern LOOK_BEHIND = Pattern.compile("\\(\\?<[!=][^()]*\\)");

    /** Two letters of ASCII, the first one counted so many times. */
    static final int PAIRS = ASCII * ASCII;

    private final String name;
    private final Pattern pattern;
    private final boolean[] beginnings = new boolean[PAIRS];

    private NamedPattern(String name, Pattern pattern) {
        this.name = name;
        this.pattern = pattern;
        // what must not stand before a match says nothing of its first letters
        Pattern loose = Pattern.compile(LOOK_BEHIND.matcher(pattern.pattern()).replaceAll(""));
        boolean looksBehind = loose.pattern().contains("(?<");
        for (int pair = 0; pair < PAIRS; pair++) {
            Matcher alone = loose.matcher("" + (char) (pair / ASCII) + (char) (pair % ASCII));
            beginnings[pair] = looksBehind || alone.lookingAt() || alone.hitEnd();
        }
    }

    static NamedPattern of(String name, String written) {
        return new NamedPattern(name, Pattern.compile(written));
    }

    String name() {
        return name;
    }

    Pattern pattern() {
        return pattern;
    }

    /** Whether a match may begin with a pair of letters. */
    boolean mayBegin(int pair) {
        return beginnings[pair];
    }

    /** The pair of letters at a place; negative when one is outside of ASCII or the text ends: anything may begin. */
    static int pair(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        return first < ASCII && second < ASCII ? first * ASCII + second : -1;
    }
}
