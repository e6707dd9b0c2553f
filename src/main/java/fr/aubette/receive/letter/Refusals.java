package fr.aubette.receive.letter;

import java.time.Instant;
import java.util.List;

/** Port: letters that were taken and of which nothing could be made. */
@FunctionalInterface
public interface Refusals {

    /** Those of a source that were put into quarantine since then and wait for a decision there; a hundred at most. */
    List<Refusal> since(String source, Instant since);

    /**
     * One of them.
     *
     * @param fileName as it was shown when taken
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param size in bytes
     * @param reason why, in French
     */
    record Refusal(String fileName, String sha256, long size, String reason, Instant at) {}
}
