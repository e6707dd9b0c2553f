package fr.aubette.receive.form;

import fr.aubette.intake.IntakeUnavailable;
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

    private Spool(Path file, Path scratch) {
        this.file = file;
        this.scratch = scratch;
    }

    /**
     * Reads all of the stream; the caller closes what this returns.
     *
     * @throws IOException if the sender stops sending
     * @throws IntakeUnavailable if there is no room to put it aside
     */
    static Spool of(InputStream in, long most, Path folder) throws IOException {
        Spool spool = in(folder);
        try (OutputStream out = Files.newOutputStream(spool.file)) {
            byte[] buffer = new byte[16 << 10];
            int read = in.read(buffer);
            while (read >= 0 && spool.size <= DRAIN) {
                spool.size += read;
                if (spool.size <= most) {
                    write(out, buffer, read);
                }
                read = in.read(buffer);
            }
            return spool;
        } catch (IOException | IntakeUnavailable e) {
            spool.close();
            throw e;
        }
    }

    private static Spool in(Path folder) {
        try {
            return new Spool(
                    Files.createTempFile(folder, "form", ".body"), Files.createTempFile(folder, "form", ".json"));
        } catch (IOException e) {
            throw new IntakeUnavailable("no form can be put aside in " + folder, e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new IntakeUnavailable("there is no room to put a form aside: " + e.getMessage(), e);
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
