package fr.aubette.classify;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that counts as a word of its own. It is tried at each word's beginning, so it is known beforehand with
 * which two letters no match can begin, and which of its alternatives may begin with a letter.
 */
final class NamedPattern {

    private static final int ASCII = 128;

    private static final Pattern LOOK_BEHIND = Pattern.compile("\\(\\?<[!=][^()]*\\)");

    /** Two letters of ASCII, the first one counted so many times. */
    static final int PAIRS = ASCII * ASCII;

    private final String name;
    private final Pattern pattern;
    private final boolean[] beginnings = new boolean[PAIRS];
    private final Pattern[] byLetter = new Pattern[ASCII];

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
        Arrays.fill(byLetter, pattern);
    }

    static NamedPattern of(String name, String written) {
        return new NamedPattern(name, Pattern.compile(written));
    }

    /** Any of these alternatives, the first that matches; none looks behind. */
    static NamedPattern anyOf(String name, List<String> alternatives) {
        NamedPattern any = of(name, String.join("|", alternatives));
        List<Pattern> each = alternatives.stream().map(Pattern::compile).toList();
        for (char letter = 0; letter < ASCII; letter++) {
            StringJoiner some = new StringJoiner("|");
            for (Pattern alternative : each) {
                Matcher alone = alternative.matcher(String.valueOf(letter));
                if (alone.lookingAt() || alone.hitEnd()) {
                    some.add(alternative.pattern());
                }
            }
            any.byLetter[letter] = some.length() == 0 ? any.pattern : Pattern.compile(some.toString());
        }
        return any;
    }

    String name() {
        return name;
    }

    Pattern pattern() {
        return pattern;
    }

    /** Matches all that the whole one does where a text goes on with this letter. */
    Pattern pattern(char first) {
        return first < ASCII ? byLetter[first] : pattern;
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
