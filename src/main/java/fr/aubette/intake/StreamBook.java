package fr.aubette.intake;

import fr.aubette.model.IntakeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Port: the register of intakes, as the stream reads it. */
public interface StreamBook {

    /**
     * Counts one more attempt, in a commit of its own before the work.
     *
     * @return the intake; empty when it has its outcome, or does not exist
     */
    Optional<Entry> countAttempt(IntakeId id);

    /** The intake, whatever became of it. */
    Optional<Entry> find(IntakeId id);

    /**
     * Locks the intake until the transaction ends.
     *
     * @return false when it has its outcome
     */
    boolean claim(IntakeId id);

    /**
     * Puts intakes on their queue again that were announced before this time and have neither outcome nor outbox row.
     *
     * @return how many
     */
    int announceAgain(Instant before);

    /**
     * A row of the register.
     *
     * @param attempts how often it was taken up, this time included
     * @param sha256 of its bytes in the content store
     */
    record Entry(
            String channel,
            String source,
            String reference,
            Instant receivedAt,
            String mediaType,
            Map<String, String> facts,
            String sha256,
            int attempts) {}
}
