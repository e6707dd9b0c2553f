package fr.aubette.normalise.mail.reply;

/**
 * What the structure of an HTML mail tells and its words may not: characters of a private area, each at the start of a
 * line, put there while the text is drawn from the HTML and taken out before anybody reads it.
 */
public final class Marks {

    /** From here to the end stands another mail. */
    public static final char CUT = '\uE0F0';

    /** This line names the author of the quote that follows. */
    public static final char ATTRIBUTION = '\uE0F1';

    /** From here to {@link #SIGNATURE_END} stands a signature. */
    public static final char SIGNATURE = '\uE0F2';

    /** A signature has ended. */
    public static final char SIGNATURE_END = '\uE0F3';

    private Marks() {}

    /** Whether the character is one of ours: a sender's own must not pass for one. */
    public static boolean isMark(char each) {
        return each >= CUT && each <= SIGNATURE_END;
    }

    /** The text as people read it. */
    public static String removed(String text) {
        int first = 0;
        while (first < text.length() && !isMark(text.charAt(first))) {
            first++;
        }
        return first == text.length() ? text : without(text, first);
    }

    private static String without(String text, int first) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (!isMark(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
