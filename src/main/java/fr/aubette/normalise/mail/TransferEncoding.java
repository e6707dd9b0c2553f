package fr.aubette.normalise.mail;

import java.util.Arrays;
import java.util.Locale;

/** How a part's bytes were made fit for the wire (RFC 2045). Decoding takes what is broken as well as may be. */
enum TransferEncoding {
    IDENTITY,
    BASE64,
    QUOTED_PRINTABLE;

    /** Counts decoded bytes without holding them. */
    static final class Counter {

        private final TransferEncoding encoding;
        private long raw;
        private long sextets;
        private long octetsToSkip;
        private int afterEquals;

        private Counter(TransferEncoding encoding) {
            this.encoding = encoding;
        }

        void add(byte[] bytes, int length) {
            raw += length;
            for (int i = 0; encoding != IDENTITY && i < length; i++) {
                if (encoding == BASE64) {
                    sextets += sextet(bytes[i]) >= 0 ? 1 : 0;
                } else {
                    quotedPrintable(bytes[i]);
                }
            }
        }

        /** Bytes that are counted without being seen. */
        void addRaw(long bytes) {
            raw += bytes;
        }

        /** An escape of three bytes stands for one, a soft line break for none. */
        private void quotedPrintable(byte each) {
            if (afterEquals == 0 && each == '=') {
                afterEquals = 1;
            } else if (afterEquals == 1 && Character.digit(each, 16) >= 0) {
                afterEquals = 2;
            } else if (afterEquals == 1 && each == '\r') {
                octetsToSkip += 1;
            } else {
                octetsToSkip += afterEquals == 0 ? 0 : 2;
                afterEquals = 0;
            }
        }

        long total() {
            return switch (encoding) {
                case IDENTITY -> raw;
                case BASE64 -> sextets * 6 / 8;
                case QUOTED_PRINTABLE -> raw - octetsToSkip;
            };
        }
    }

    /** The encoding that a Content-Transfer-Encoding field means; anything unknown is taken as it stands. */
    static TransferEncoding named(String field) {
        String name = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (name.startsWith("base64")) {
            return BASE64;
        }
        return name.startsWith("quotedprintable") ? QUOTED_PRINTABLE : IDENTITY;
    }

    Counter counter() {
        return new Counter(this);
    }

    byte[] decode(byte[] bytes) {
        return switch (this) {
            case IDENTITY -> bytes;
            case BASE64 -> base64(bytes);
            case QUOTED_PRINTABLE -> quotedPrintable(bytes, false);
        };
    }

    /** What is outside the alphabet is skipped; padding in the middle starts anew, as concatenated pieces need. */
    static byte[] base64(byte[] bytes) {
        byte[] out = new byte[bytes.length * 3 / 4 + 3];
        int length = 0;
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            int sextet = sextet(each);
            if (each == '=') {
                bits = 0;
            } else if (sextet >= 0) {
                held = held << 6 | sextet;
                bits += 6;
            }
            if (bits >= 8) {
                bits -= 8;
                out[length++] = (byte) (held >> bits);
            }
        }
        return Arrays.copyOf(out, length);
    }

    /**
     * Decodes {@code =E9} and soft line breaks.
     *
     * @param inHeader whether an underscore is a blank (RFC 2047)
     */
    static byte[] quotedPrintable(byte[] bytes, boolean inHeader) {
        byte[] out = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte each = bytes[i];
            if (inHeader && each == '_') {
                out[length++] = ' ';
            } else if (each != '=') {
                out[length++] = each;
            } else if (hex(bytes, i + 1) >= 0 && hex(bytes, i + 2) >= 0) {
                out[length++] = (byte) (hex(bytes, i + 1) << 4 | hex(bytes, i + 2));
                i += 2;
            } else if (softBreak(bytes, i + 1) > 0) {
                i += softBreak(bytes, i + 1);
            } else {
                out[length++] = each;
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** Length of blanks and a line end at this place, or 0 when something else stands there. */
    private static int softBreak(byte[] bytes, int at) {
        int i = at;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        if (i < bytes.length && bytes[i] == '\r') {
            i++;
        }
        if (i < bytes.length && bytes[i] == '\n') {
            i++;
        }
        boolean lineEnd = i > at && (bytes[i - 1] == '\n' || bytes[i - 1] == '\r');
        return lineEnd || i == bytes.length && i > at ? i - at : 0;
    }

    private static int hex(byte[] bytes, int at) {
        return at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    }

    private static int sextet(int each) {
        if (each >= 'A' && each <= 'Z') {
            return each - 'A';
        }
        if (each >= 'a' && each <= 'z') {
            return each - 'a' + 26;
        }
        if (each >= '0' && each <= '9') {
            return each - '0' + 52;
        }
        return each == '+' || each == '-' ? 62 : each == '/' || each == '_' ? 63 : -1;
    }
}
