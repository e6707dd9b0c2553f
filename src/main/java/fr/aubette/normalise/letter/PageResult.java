package fr.aubette.normalise.letter;

import java.util.Locale;

/**
 * What came of one page.
 *
 * @param number from 1, in the order of the file
 * @param state whether it was read
 * @param text what was read, without NUL; empty unless read
 * @param confidence mean confidence of its words, 0 to 100
 * @param reason why it was not read, in French; empty when it was
 */
public record PageResult(int number, State state, String text, int confidence, String reason) {

    /** Longest text of a page in characters: a densely printed A3 sheet has some 15,000. */
    public static final int MAX_TEXT = 100_000;

    /** What can come of a page. */
    public enum State {
        /** It was read; a blank page has an empty text. */
        READ,
        /** The page itself is damaged or over the limits: reading again cannot help. */
        UNREADABLE,
        /** There was no reader, or it failed or was too slow: reading again may help. */
        UNREAD;

        /** The stable lower-case word in the {@code page.state} column. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PageResult {
        text = text.replace('\0', ' ');
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    static PageResult read(int number, String text, int confidence) {
        return new PageResult(number, State.READ, text, confidence, "");
    }

    static PageResult unreadable(int number, String reason) {
        return new PageResult(number, State.UNREADABLE, "", 0, reason);
    }

    static PageResult unread(int number, String reason) {
        return new PageResult(number, State.UNREAD, "", 0, reason);
    }
}
