package fr.aubette.typed;

/** Small work on texts that people typed. */
public final class Texts {

    private Texts() {}

    /** At most this many UTF-16 code units of the text, never half a character. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    /** The text on one line: white space and control characters become single spaces. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u00a0\\u2028\\u2029]+", " ").strip();
    }

    /** Whether the text holds what can be neither kept nor shown: a NUL or half a surrogate pair. */
    public static boolean broken(String text) {
        return text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
