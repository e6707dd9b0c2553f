package fr.aubette.intake;

import fr.aubette.model.Content;
import java.io.IOException;

/** Port: raw bytes, kept once for each different content and found again by their SHA-256. */
public interface ContentStore {

    /**
     * Keeps the bytes; when it returns they survive a power cut.
     *
     * @throws IOException if they could not be kept, disk full included; nothing half-written is ever found
     */
    Kept keep(Content content) throws IOException;

    /** The bytes of this SHA-256, lower-case hexadecimal; opening them fails if they were never kept. */
    Content find(String sha256);

    /**
     * Deletes the bytes of this SHA-256; there may be none. Whoever calls knows that nothing else needs them.
     *
     * @throws IOException if they are still there
     */
    void forget(String sha256) throws IOException;

    /**
     * What was kept.
     *
     * @param sha256 lower-case hexadecimal
     * @param size in bytes
     */
    record Kept(String sha256, long size) {}
}
