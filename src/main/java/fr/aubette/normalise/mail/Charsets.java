package fr.aubette.normalise.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes to text when the declared charset is absent, unknown or wrong, as it often is. */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:+-]*");
    private static final byte ESCAPE = 0x1b;

    /** Names whose bytes are, in practice, those of a larger charset. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-8-e", "ISO-8859-8"),
            Map.entry("iso-8859-6-i", "ISO-8859-6"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("cp-850", "IBM850"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("utf8mb4", "UTF-8"));

    private Charsets() {}

    /** Text of these bytes, in the charset declared if that can be true. */
    static String decode(byte[] bytes, String declared) {
        String name = cleaned(declared);
        if (name.contains("utf-7") || name.equals("utf7")) {
            return Utf7.decode(bytes);
        }
        return lookup(name).map(charset -> decode(bytes, charset)).orElseGet(() -> guess(bytes));
    }

    /**
     * Text of bytes that nothing was declared for.
     *
     * @param hint a charset that the same mail uses elsewhere; empty when none
     */
    static String undeclared(byte[] bytes, String hint) {
        if (isUtf8(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return lookup(cleaned(hint))
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(charset -> new String(bytes, charset))
                .orElseGet(() -> guess(bytes));
    }

    private static String decode(byte[] bytes, Charset charset) {
        boolean mislabelled = charset.equals(WESTERN) && !isAscii(bytes) && isUtf8(bytes);
        boolean notUtf8 = charset.equals(StandardCharsets.UTF_8) && !isUtf8(bytes) && !mostlyUtf8(bytes);
        if (charset.name().startsWith("ISO-2022") && !isAscii(bytes)) {
            return guess(bytes);
        }
        if (mislabelled) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return notUtf8 ? guess(bytes) : new String(bytes, charset);
    }

    private static String guess(byte[] bytes) {
        if (isUtf8(bytes)) {
            boolean japanese = indexOf(bytes, ESCAPE) >= 0;
            return japanese
                    ? new String(bytes, Charset.forName("ISO-2022-JP"))
                    : new String(bytes, StandardCharsets.UTF_8);
        }
        return new String(bytes, looksChinese(bytes) ? Charset.forName("GB18030") : WESTERN);
    }

    private static String cleaned(String declared) {
        Matcher name = NAME.matcher(declared);
        return name.find() ? name.group().toLowerCase(Locale.ROOT) : "";
    }

    /** The charset of this name, empty when unknown or when it claims no more than ASCII. */
    private static Optional<Charset> lookup(String name) {
        if (name.isEmpty() || name.contains("ascii") || name.equals("ansi_x3.4-1968")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /** More good sequences than bad ones: a text cut in the middle of a letter, or with a wrong byte. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(each -> each == 0xfffd).count();
        long good = text.chars().filter(each -> each > 0x7f && each != 0xfffd).count();
        return good >= bad;
    }

    /** Only pairs of GB2312 bytes, and two characters in a row at least once: never so in a western language. */
    private static boolean looksChinese(byte[] bytes) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i <= bytes.length; i++) {
            int each = i < bytes.length ? bytes[i] & 0xff : 0;
            if (each >= (run % 2 == 0 ? 0xb0 : 0xa1) && each <= (run % 2 == 0 ? 0xf7 : 0xfe)) {
                run++;
            } else if (each >= 0x80 || run % 2 == 1) {
                return false;
            } else {
                longest = Math.max(longest, run);
                run = 0;
            }
        }
        return longest >= 4;
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
