package fr.aubette.normalise.mail;

import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152), which Java does not know and old gateways still send. */
final class Utf7 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {}

    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char each = text.charAt(i++);
            if (each != '+') {
                out.append(each);
            } else if (i < text.length() && text.charAt(i) == '-') {
                out.append('+');
                i++;
            } else {
                i = shifted(text, i, out);
            }
        }
        return out.toString();
    }

    /** Decodes modified base64 from here on; returns where it ended. */
    private static int shifted(String text, int from, StringBuilder out) {
        int i = from;
        int held = 0;
        int bits = 0;
        while (i < text.length() && ALPHABET.indexOf(text.charAt(i)) >= 0) {
            held = held << 6 | ALPHABET.indexOf(text.charAt(i++));
            bits += 6;
            if (bits >= 16) {
                bits -= 16;
                out.append((char) (held >> bits));
            }
        }
        if (i == from) {
            out.append('+');
        }
        return i < text.length() && text.charAt(i) == '-' && i > from ? i + 1 : i;
    }
}
