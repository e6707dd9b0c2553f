package fr.aubette.normalise.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A message and what is to be understood of it, out of a file of many: {@code ### name}, the message, {@code ===}, what
 * is expected.
 *
 * @param name the mail program, or the RFC, whose shape it has
 */
record Cases(String name, String message, String expected) {

    private static final Path FOLDER = Path.of("src/test/resources/mail/clients");

    /** All cases of a file. */
    static Stream<Cases> of(String file) {
        try {
            return Arrays.stream(("\n" + Files.readString(FOLDER.resolve(file))).split("\n### "))
                    .skip(1)
                    .map(Cases::one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cases one(String text) {
        int name = text.indexOf('\n');
        int end = text.lastIndexOf("\n===\n");
        return new Cases(
                text.substring(0, name),
                text.substring(name + 1, end),
                text.substring(end + 5).strip());
    }

    @Override
    public String toString() {
        return name;
    }
}
