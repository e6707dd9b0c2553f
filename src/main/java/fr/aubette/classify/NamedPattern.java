package fr.aubette.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that counts as a word of its own. It is tried at each word's beginning, so it is known beforehand with
 * which letters no match can begin.
 */
final class NamedPattern {

    private static final int ASCII = 128;

    private final String name;
    private final Pattern pattern;
    private final boolean[] beginnings = new boolean[ASCII];

    private NamedPattern(String name, Pattern pattern) {
        this.name = name;
        this.pattern = pattern;
        // what looks behind itself is not judged by one letter
        boolean looksBehind = pattern.pattern().contains("(?<");
        for (char letter = 0; letter < ASCII; letter++) {
            Matcher alone = pattern.matcher(String.valueOf(letter));
            beginnings[letter] = looksBehind || alone.lookingAt() || alone.hitEnd();
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

    /** Whether a match may begin with this letter; always for letters outside of ASCII. */
    boolean mayBeginWith(char letter) {
        return letter >= ASCII || beginnings[letter];
    }
}
