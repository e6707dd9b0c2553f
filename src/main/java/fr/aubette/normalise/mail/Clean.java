package fr.aubette.normalise.mail;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes text fit for a database, a page and a list: no NUL, no controls, no trick that turns writing round. */
final class Clean {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\u200c\u200d]]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private Clean() {}

    /** Text of several lines, each ended by one line feed. */
    static String text(String text) {
        int first = 0;
        while (first < text.length() && !mustChange(text, first)) {
            first++;
        }
        return first == text.length() ? text : changed(text, first);
    }

    private static String changed(String text, int first) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!mustChange(text, i)) {
                out.append(each);
            } else if (isLineEnd(each)) {
                out.append('\n');
                i += each == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (Character.isSurrogate(each)) {
                out.append('\ufffd');
            }
        }
        return out.toString();
    }

    private static boolean mustChange(String text, int at) {
        char each = text.charAt(at);
        if (each >= ' ' && each < 0x7f || each == '\n' || each == '\t') {
            return false;
        }
        if (Character.isSurrogate(each)) {
            return !isOfAPair(text, at);
        }
        return each < 0xa0 || each == '\u2028' || each == '\u2029' || each >= '\ufffe';
    }

    private static boolean isOfAPair(String text, int at) {
        char each = text.charAt(at);
        return Character.isHighSurrogate(each)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean isLineEnd(char each) {
        return each == '\r' || each == '\u0085' || each == '\u2028' || each == '\u2029';
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
