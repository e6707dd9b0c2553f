package fr.aubette.normalise.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a field's value says to people: encoded words (RFC 2047) wherever they stand, quoted or not, cut in the middle
 * of a letter or not, and bytes that nothing was declared for.
 */
final class HeaderText {

    private record Word(String charset, byte[] bytes, int end) {}

    private final String value;
    private final String hint;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private HeaderText(String value, String hint) {
        this.value = value;
        this.hint = hint;
    }

    /**
     * Decodes a value, its first {@value Limits#FIELD} bytes.
     *
     * @param value bytes seen as ISO-8859-1
     * @param hint a charset that the same mail uses elsewhere; empty when none
     */
    static String decode(String value, String hint) {
        String start = value.substring(0, Math.min(value.length(), Limits.FIELD));
        return new HeaderText(start, hint).decode();
    }

    /** Gives text the form of a value not yet decoded. */
    static String asDecoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String decode() {
        int done = 0;
        int at = value.indexOf("=?");
        while (at >= 0) {
            Word word = wordAt(at);
            if (word == null) {
                at = value.indexOf("=?", at + 2);
            } else {
                between(value.substring(done, at), done > 0 && pending.size() > 0);
                append(word);
                done = word.end;
                at = value.indexOf("=?", done);
            }
        }
        between(value.substring(done), false);
        return out.toString();
    }

    /** Text outside words; blanks between two words mean nothing. */
    private void between(String raw, boolean betweenWords) {
        if (betweenWords && raw.isBlank()) {
            return;
        }
        flush();
        out.append(Charsets.undeclared(raw.getBytes(StandardCharsets.ISO_8859_1), hint));
    }

    /** Words of one charset are joined before they are decoded: a letter may be cut between them. */
    private void append(Word word) {
        if (!word.charset.equals(pendingCharset)) {
            flush();
            pendingCharset = word.charset;
        }
        pending.writeBytes(word.bytes);
    }

    private void flush() {
        out.append(Charsets.decode(pending.toByteArray(), pendingCharset));
        pending.reset();
    }

    @org.jspecify.annotations.Nullable
    private Word wordAt(int start) {
        int charsetEnd = value.indexOf('?', start + 2);
        int encodingEnd = charsetEnd < 0 ? -1 : value.indexOf('?', charsetEnd + 1);
        if (encodingEnd != charsetEnd + 2 || charsetEnd == start + 2) {
            return null;
        }
        int end = value.indexOf("?=", encodingEnd + 1);
        String charset = value.substring(start + 2, charsetEnd).toLowerCase(Locale.ROOT);
        char encoding = Character.toLowerCase(value.charAt(charsetEnd + 1));
        if (end < 0 || charset.indexOf(' ') >= 0 || encoding != 'q' && encoding != 'b') {
            return null;
        }
        byte[] coded = value.substring(encodingEnd + 1, end).getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = encoding == 'b' ? TransferEncoding.base64(coded) : TransferEncoding.quotedPrintable(coded, true);
        int language = charset.indexOf('*');
        return new Word(language > 0 ? charset.substring(0, language) : charset, bytes, end + 2);
    }
}
