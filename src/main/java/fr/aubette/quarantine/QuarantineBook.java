package fr.aubette.quarantine;

import fr.aubette.model.IntakeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: what could not be handled. */
public interface QuarantineBook {

    /** Keeps one, in a transaction of its own; nothing happens when the intake has its outcome. */
    void keep(IntakeId intake, String stage, Kind kind, String reason, Instant at);

    /** What waits for a person, the latest first, at most this many. */
    List<Entry> open(int limit);

    Optional<Entry> find(UUID id);

    /** Puts it back on its queue with its attempts at zero; false when somebody decided before. */
    boolean retry(UUID id, String who, Instant at);

    /** Gives it up for good, with a remark; false when somebody decided before. */
    boolean discard(UUID id, String who, String remark, Instant at);

    /** Whether trying again may help. */
    enum Kind {
        /** It never will: the item itself is wrong. */
        REFUSED,
        /** It may: something around it failed. */
        FAILED
    }

    /**
     * One item that waits.
     *
     * @param reason in plain words, without the item's text
     * @param attempts how often it was tried
     * @param sha256 of its raw bytes
     */
    record Entry(
            UUID id,
            IntakeId intake,
            String channel,
            String source,
            Instant receivedAt,
            Instant at,
            String stage,
            Kind kind,
            String reason,
            int attempts,
            String mediaType,
            long size,
            String sha256) {}
}
