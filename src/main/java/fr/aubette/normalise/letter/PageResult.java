package fr.aubette.normalise.letter;

import java.util.List;
import java.util.Locale;

/**
 * What came of one page.
 *
 * @param number from 1, in the order of the file
 * @param state whether it was read
 * @param text what was read, without NUL; empty unless read
 * @param confidence mean confidence of its words, 0 to 100
 * @param reason why it was not read, in French; empty when it was
 * @param kind of sheet
 * @param rotation degrees by which its picture had to be turned clockwise to be upright: 0, 90, 180 or 270
 * @param codes printed on it, as {@code TYPE=TEXT}, for example {@code qr_code=SEP-7}; {@code patch=} for patch bars
 * @param words one for each word of the text, in order; empty where the text was not read from a picture
 * @param steps what was done to its picture before it was read, for example {@code straightened=1.4} (degrees),
 *     {@code enlarged=1.5}, {@code lit}
 */
public record PageResult(
        int number,
        State state,
        String text,
        int confidence,
        String reason,
        Kind kind,
        int rotation,
        List<String> codes,
        List<Word> words,
        List<String> steps) {

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

    /** What a sheet is for. */
    public enum Kind {
        /** A side of a letter. */
        LETTER,
        /** A side that bears nothing. */
        BLANK,
        /** A sheet that the mail room lays between letters. */
        SEPARATOR;

        /** The stable lower-case word in the {@code page.kind} column. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PageResult {
        codes = List.copyOf(codes);
        words = List.copyOf(words);
        steps = List.copyOf(steps);
        text = text.replace('\0', ' ');
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    /** One whose picture was read as it came. */
    public PageResult(
            int number,
            State state,
            String text,
            int confidence,
            String reason,
            Kind kind,
            int rotation,
            List<String> codes,
            List<Word> words) {
        this(number, state, text, confidence, reason, kind, rotation, codes, words, List.of());
    }

    /** A side of a letter that was upright. */
    public PageResult(int number, State state, String text, int confidence, String reason) {
        this(number, state, text, confidence, reason, Kind.LETTER, 0, List.of(), List.of());
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

    static PageResult read(int number, String text, int confidence, List<Word> words) {
        return new PageResult(number, State.READ, text, confidence, "", Kind.LETTER, 0, List.of(), words);
    }

    /** The same page, known for what it is. */
    PageResult as(Kind known, int turned, List<String> found) {
        return new PageResult(number, state, text, confidence, reason, known, turned, found, words, steps);
    }

    /** The same, with what was done to its picture. */
    PageResult after(List<String> done) {
        return new PageResult(number, state, text, confidence, reason, kind, rotation, codes, words, done);
    }

    /** The same, its picture turned so much further. */
    PageResult turned(int degrees) {
        return as(kind, (rotation + degrees) % 360, codes);
    }
}
