package fr.aubette.normalise.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The header fields of a mail or part, in order. Values are bytes seen as ISO-8859-1: nothing is decoded yet. */
final class Headers {

    /**
     * A field.
     *
     * @param name in lower case
     */
    record Field(String name, String value) {}

    private static final Set<String> OF_ANY_MAIL = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "received",
            "return-path",
            "mime-version",
            "content-type",
            "reply-to",
            "sender",
            "delivered-to",
            "x-original-to",
            "bcc");

    private static final Set<String> OF_SERVERS = Set.of(
            "message-id", "received", "return-path", "mime-version", "content-type", "delivered-to", "x-original-to");
    private static final Pattern KNOWN =
            Pattern.compile("(?:x|content|list|dkim|arc|in|resent)-.*|references|auto-submitted|precedence|reply-to");

    private final List<Field> fields = new ArrayList<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    /** Adds a line, or says that it is none of a header. */
    boolean addLine(byte[] bytes, int length, boolean startsLine) {
        boolean continues = !startsLine || bytes[0] == ' ' || bytes[0] == '\t';
        if (continues && open.size() > 0) {
            if (startsLine) {
                open.write(' ');
            }
            open.write(bytes, 0, length);
            return true;
        }
        if (continues || nameLength(bytes, length) < 0) {
            return false;
        }
        close();
        open.write(bytes, 0, length);
        return true;
    }

    /** Ends the last field. */
    void close() {
        if (open.size() > 0) {
            String line = open.toString(StandardCharsets.ISO_8859_1);
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            fields.add(new Field(name, line.substring(colon + 1).strip()));
            open.reset();
        }
    }

    /** Length of the field's name, or -1 when the line is no field. */
    private static int nameLength(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int each = bytes[i];
            if (each == ':') {
                return i == 0 ? -1 : i;
            }
            boolean blankBeforeColon = (each == ' ' || each == '\t') && onlyBlanksUpToColon(bytes, i, length);
            if (each < 33 && !blankBeforeColon || each == 127) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean onlyBlanksUpToColon(byte[] bytes, int from, int length) {
        int i = from;
        while (i < length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i < length && bytes[i] == ':';
    }

    /** Fields given as text, for example a group of a report; lines that are none are passed over. */
    static Headers ofText(String text) {
        Headers headers = new Headers();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
            headers.addLine(bytes, bytes.length, true);
        });
        headers.close();
        return headers;
    }

    /** All of them, topmost first. */
    List<Field> fields() {
        return fields;
    }

    /** First non-empty value of this field, name in lower case. */
    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name) && !field.value.isEmpty())
                .map(Field::value)
                .findFirst();
    }

    /** First value in lower case, or the empty string. */
    String lower(String name) {
        return first(name).orElse("").toLowerCase(Locale.ROOT);
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .toList();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name.equals(name));
    }

    boolean areNone() {
        return fields.isEmpty() && open.size() == 0;
    }

    /** Whether the line is a field that mails have: after a line that is none, only such a one is believed. */
    static boolean isKnownField(byte[] bytes, int length) {
        int end = nameLength(bytes, length);
        if (end < 0) {
            return false;
        }
        String name =
                new String(bytes, 0, end, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return isKnown(name);
    }

    private static boolean isKnown(String name) {
        return OF_ANY_MAIL.contains(name) || KNOWN.matcher(name).matches();
    }

    /** Whether no field is one that mails have. */
    boolean areNotOfAMail() {
        return fields.stream().noneMatch(field -> isKnown(field.name));
    }

    /** Whether a program made this header: a person who quotes one leaves these fields out. */
    boolean areOfAServer() {
        return fields.stream().anyMatch(field -> OF_SERVERS.contains(field.name) || field.name.startsWith("x-"));
    }

    /** Whether any field is one that mails have: random bytes may hold a colon, not a From. */
    boolean areOfAMail() {
        return fields.stream().anyMatch(field -> OF_ANY_MAIL.contains(field.name));
    }
}
