package fr.aubette.normalise.mail.reply;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a mail.
 *
 * @param text as written, its marks included
 * @param depth how many quote signs it begins with
 * @param words what follows them, without blanks at its ends
 */
record Line(String text, int depth, String words) {

    private static final int LONGEST_INITIALS = 3;

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(one(text.substring(start, end)));
            start = end + 1;
        }
        return lines;
    }

    private static Line one(String text) {
        int at = initials(text);
        int depth = 0;
        int end = 0;
        while (at < text.length() && (text.charAt(at) == '>' || isBlank(text.charAt(at)))) {
            if (text.charAt(at) == '>') {
                depth++;
                end = at + 1;
            }
            at++;
        }
        return new Line(text, depth, stripped(text, depth == 0 ? 0 : end));
    }

    /** Some programs quote by the author's initials: {@code JD> }. */
    private static int initials(String text) {
        int at = 0;
        while (at < text.length() && at < LONGEST_INITIALS && Character.isUpperCase(text.charAt(at))) {
            at++;
        }
        return at > 0 && at < text.length() && text.charAt(at) == '>' ? at : 0;
    }

    private static String stripped(String text, int from) {
        int start = from;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** A blank of any width, and what is not seen at all, our marks among it. */
    static boolean isBlank(char each) {
        return each <= ' '
                || Marks.isMark(each)
                || each == '\u00a0'
                || each >= '\u2000' && each <= '\u200f'
                || each == '\u202f'
                || each == '\u3000'
                || each == '\ufeff';
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean isQuoted() {
        return depth > 0;
    }

    boolean has(char mark) {
        return !text.isEmpty() && text.indexOf(mark) >= 0;
    }
}
