package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.model.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the sounds of a ticket's calls, for who may see all of those calls. */
public interface TicketSounds {

    /** All of them, oldest first, those deleted too. */
    List<Sound> of(TicketId ticket, Sight sight);

    /** The bytes of one; empty when it is deleted, or not hers to hear. */
    Optional<Bytes> find(String number, UUID sound, Sight sight);

    /**
     * A sound.
     *
     * @param contact its call
     * @param kind as in {@link fr.aubette.model.CallSound.Kind#code()}
     * @param deletedAt when its time was over
     */
    record Sound(UUID id, UUID contact, String kind, Duration lasted, Instant keptAt, Optional<Instant> deletedAt) {}

    /** What is played. */
    record Bytes(String sha256, String mediaType, long size) {}
}
