package fr.aubette.receive.form;

import fr.aubette.typed.Fault;
import fr.aubette.typed.FileNames;
import fr.aubette.typed.Limits;
import fr.aubette.typed.Typed;
import fr.aubette.typed.TypedBuilder;
import fr.aubette.typed.TypedFile;
import fr.aubette.typed.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an HTML page posted.
 *
 * @param fields names and texts, in order
 * @param files files chosen
 */
record PageBody(List<Text> fields, List<File> files) {

    /** A field of the page. */
    record Text(String name, String text) {}

    /** A file of the page, inside the request's bytes. */
    record File(String name, String mediaType, byte[] request, int start, int length) {

        @Override
        public String toString() {
            return "file of " + length + " bytes";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof File file
                    && name.equals(file.name)
                    && Arrays.equals(
                            request, start, start + length, file.request, file.start, file.start + file.length);
        }

        @Override
        public int hashCode() {
            return name.hashCode() + length;
        }
    }

    /** Reads {@code a=b&c=d}, strictly: a browser never sends a broken code. */
    static PageBody urlEncoded(byte[] bytes, Limits limits) {
        List<Text> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '&') {
                if (i > start) {
                    fields.add(pair(bytes, start, i));
                }
                start = i + 1;
            }
            if (fields.size() > limits.fields()) {
                throw new Unreadable(Fault.TOO_MANY_FIELDS);
            }
        }
        return new PageBody(fields, List.of());
    }

    private static Text pair(byte[] bytes, int start, int end) {
        int equals = start;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        return new Text(percent(bytes, start, equals), percent(bytes, Math.min(equals + 1, end), end));
    }

    private static String percent(byte[] bytes, int start, int end) {
        ByteBuffer out = ByteBuffer.allocate(end - start);
        for (int i = start; i < end; i++) {
            if (bytes[i] == '%') {
                int high = i + 2 < end ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < end ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new Unreadable(Fault.PERCENT);
                }
                out.put((byte) (high * 16 + low));
                i += 2;
            } else {
                out.put(bytes[i] == '+' ? (byte) ' ' : bytes[i]);
            }
        }
        return utf8(out.flip());
    }

    static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            Unreadable unreadable = new Unreadable(Fault.NOT_UTF8);
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    /** What the citizen typed on the page. */
    Typed typed(Limits limits) {
        TypedBuilder typed = new TypedBuilder(limits);
        fields.forEach(field -> typed.field(field.name(), field.text()));
        files.forEach(file -> typed.file(new TypedFile(FileNames.safe(file.name()), file.mediaType(), file.length())));
        return typed.build();
    }
}
