package fr.aubette.receive.form;

import fr.aubette.model.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A request's body put aside before anything is understood, so that a slow or huge sender costs no memory.
 *
 * <p>What goes beyond the limit is read and thrown away up to {@value #DRAIN} bytes: a client that is cut off while it
 * still sends never sees the answer that says why.
 */
public final class Spool implements AutoCloseable {

    private static final long DRAIN = 128L << 20;

    private final Path file;
    private final Path scratch;
    private long size;

    private Spool() throws IOException {
        file = Files.createTempFile("aubette-form", ".body");
        scratch = Files.createTempFile("aubette-form", ".json");
    }

    /** Reads all of the stream; the caller closes what this returns. */
    static Spool of(InputStream in, long most) throws IOException {
        Spool spool = new Spool();
        try (OutputStream out = Files.newOutputStream(spool.file)) {
            byte[] buffer = new byte[16 << 10];
            int read = in.read(buffer);
            while (read >= 0 && spool.size <= DRAIN) {
                spool.size += read;
                if (spool.size <= most) {
                    out.write(buffer, 0, read);
                }
                read = in.read(buffer);
            }
            return spool;
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    /** Bytes received, those thrown away included. */
    long size() {
        return size;
    }

    Content content() {
        return Content.of(file);
    }

    /** A second file, for what is made of the body; deleted with it. */
    Path scratch() {
        return scratch;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(scratch);
    }
}
