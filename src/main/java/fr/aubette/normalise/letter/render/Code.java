package fr.aubette.normalise.letter.render;

import java.util.Locale;

/**
 * A code printed on a sheet.
 *
 * @param type {@code code_128}, {@code qr_code}, {@code data_matrix}, {@code patch}
 * @param text what it says, on one line
 */
record Code(String type, String text) {

    /** Longest text kept of a code, in characters: a QR holds four thousand, ours fewer than a hundred. */
    private static final int LONGEST = 500;

    /** Four bars that scanners know as the sign of a new document. */
    static final Code PATCH = new Code("patch", "");

    Code {
        type = type.toLowerCase(Locale.ROOT);
        text = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
