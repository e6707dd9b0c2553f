package fr.aubette.normalise.mail;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes text fit for a database, a page and a list: no NUL, no controls, no trick that turns writing round. */
final class Clean {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|\u2028|\u2029|\u0085");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\x{FFFE}\\x{FFFF}&&[^\n\t]]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\u200c\u200d]]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private Clean() {}

    /** Text of several lines, each ended by one line feed. */
    static String text(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return LONE_SURROGATE.matcher(CONTROLS.matcher(lines).replaceAll("")).replaceAll("\ufffd");
    }

    /** One line without anything invisible, composed (NFC), without blanks at its ends. */
    static String line(String text) {
        String blanks = BLANKS.matcher(text.replace("\0", "")).replaceAll(" ");
        String visible = INVISIBLE
                .matcher(LONE_SURROGATE.matcher(blanks).replaceAll("\ufffd"))
                .replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    /** The line, cut at the border of a character to at most this many UTF-16 units. */
    static String line(String text, int max) {
        String line = line(text);
        if (line.length() <= max) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max;
        return line.substring(0, end).strip();
    }
}
