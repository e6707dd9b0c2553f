package fr.aubette.classify;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes case and accents from letters. */
final class Folding {

    /** Letters of Latin scripts, folded beforehand: what lies above goes the long way. */
    private static final int KNOWN = 0x250;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String[] LETTERS = new String[KNOWN];
    private static final char[] FIRST = new char[KNOWN];

    static {
        for (char letter = 0; letter < KNOWN; letter++) {
            LETTERS[letter] = slowly(String.valueOf(letter));
            FIRST[letter] = first(LETTERS[letter]);
        }
    }

    private Folding() {}

    /** The same text in lower case, without accents; œ becomes oe. */
    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= KNOWN) {
                return slowly(text);
            }
            folded.append(LETTERS[letter]);
        }
        return folded.toString();
    }

    /** As {@link #of}, but each place holds one letter, so that places stay the same. */
    static String sameLength(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char letter = folded[i];
            folded[i] = letter < KNOWN ? FIRST[letter] : one(letter);
        }
        return new String(folded);
    }

    private static char one(char letter) {
        return Character.isSurrogate(letter) ? letter : first(slowly(String.valueOf(letter)));
    }

    private static char first(String folded) {
        return folded.isEmpty() ? ' ' : folded.charAt(0);
    }

    private static String slowly(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }
}
