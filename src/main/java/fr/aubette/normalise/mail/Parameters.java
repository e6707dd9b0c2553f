package fr.aubette.normalise.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A structured field: a value, then parameters (RFC 2045), those split or given in a charset included (RFC 2231).
 * Missing quotes, missing semicolons and blanks where none belong are taken in good part.
 *
 * @param value what stands before the first semicolon, lower case
 */
record Parameters(String value, Map<String, String> values) {

    private static final int MAX_SEGMENTS = 10_000;

    static Parameters of(String field) {
        int end = 0;
        while (end < field.length() && field.charAt(end) != ';' && !Character.isWhitespace(field.charAt(end))) {
            end++;
        }
        Map<String, TreeMap<Integer, String>> extended = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        for (String each : pieces(field.substring(end))) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                add(
                        each.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(each.substring(equals + 1)),
                        values,
                        extended);
            }
        }
        extended.forEach((name, segments) -> values.put(name, joined(segments)));
        return new Parameters(field.substring(0, end).toLowerCase(Locale.ROOT).replace("\"", ""), values);
    }

    Parameters withValue(String other) {
        return new Parameters(other, values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(found -> !found.isBlank());
    }

    private static void add(
            String name, String value, Map<String, String> plain, Map<String, TreeMap<Integer, String>> extended) {
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, value);
            return;
        }
        String index = name.substring(star + 1).replace("*", "");
        boolean encoded = name.endsWith("*");
        TreeMap<Integer, String> segments = extended.computeIfAbsent(name.substring(0, star), any -> new TreeMap<>());
        if (index.matches("\\d{0,6}") && segments.size() < MAX_SEGMENTS) {
            segments.putIfAbsent(index.isEmpty() ? 0 : Integer.parseInt(index), (encoded ? "*" : " ") + value);
        }
    }

    /** Segments in order, those marked with a star percent-decoded; the first names the charset. */
    private static String joined(TreeMap<Integer, String> segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean first = true;
        for (String segment : segments.values()) {
            String text = segment.substring(1);
            boolean encoded = segment.charAt(0) == '*';
            if (first && encoded) {
                String[] declared = text.split("'", 3);
                charset = declared.length == 3 ? declared[0] : "";
                text = declared[declared.length - 1];
            }
            bytes.writeBytes(encoded ? percentDecoded(text) : text.getBytes(StandardCharsets.ISO_8859_1));
            first = false;
        }
        if (charset.isEmpty()) {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
        return HeaderText.asDecoded(Charsets.decode(bytes.toByteArray(), charset));
    }

    private static byte[] percentDecoded(String text) {
        byte[] asQuotedPrintable = text.replace("=", "=3D").replace('%', '=').getBytes(StandardCharsets.ISO_8859_1);
        return TransferEncoding.quotedPrintable(asQuotedPrintable, false);
    }

    /** Cuts at semicolons outside quotes. */
    private static List<String> pieces(String field) {
        List<String> found = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < field.length(); i++) {
            char each = field.charAt(i);
            if (each == '\\' && quoted) {
                i++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (each == ';' && !quoted) {
                found.add(field.substring(start, i));
                start = i + 1;
            }
        }
        found.add(field.substring(Math.min(start, field.length())));
        return found;
    }

    /** Only an escaped quote or backslash is an escape: Windows paths come unescaped. */
    private static String unquoted(String value) {
        String text = value.strip();
        if (text.startsWith("\"")) {
            int end = text.lastIndexOf('"');
            text = end > 0 ? text.substring(1, end) : text.substring(1);
            return text.replace("\\\"", "\"").replace("\\\\", "\\");
        }
        return text;
    }
}
