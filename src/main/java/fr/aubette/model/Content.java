package fr.aubette.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Raw bytes that can be read again from their start; a scan of three hundred pages is never held in memory whole. */
@FunctionalInterface
public interface Content {

    /** Opens the bytes at their start; the caller closes. */
    InputStream open() throws IOException;

    /** All bytes at once, for what is known to be small. */
    default byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    static Content of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
