package fr.aubette.switchboard;

import fr.aubette.intake.ContentStore;
import fr.aubette.model.CallSound;
import fr.aubette.model.CallSounds;
import fr.aubette.model.IntakeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the sounds of calls. No number is in them: what tells whose they are is their call. */
public interface SoundRows {

    CallSounds.State state(String line, String reference);

    /** Notes a sound whose bytes are kept; one that is known stays as it is. */
    void keep(CallSound sound, ContentStore.Kept kept, Instant at);

    /** Ties a kept sound to its call, and to nothing if that call has the same bytes already. */
    void tie(CallSound sound, IntakeId call);

    /** Calls of that line that went on when the sound began, the latest first; of a recording, its own. */
    List<Candidate> candidates(CallSound sound);

    /** Mails about messages whose sounds are not tied yet, oldest first. */
    List<IntakeId> mails(int limit);

    /** A mail brings a sound, which is drawn out of it when it is recorded. */
    void expect(IntakeId mail);

    /** A mail's sound is with its call. */
    void drawn(IntakeId mail);

    /** Sounds of this kind that were kept before a moment, and are to be deleted. */
    List<Kept> old(CallSound.Kind kind, Instant before, int limit);

    /** Whether anything but this sound needs its bytes. */
    boolean shared(Kept sound);

    /** The bytes are deleted; that there was a sound stays known. */
    void deleted(Kept sound, Instant at);

    /**
     * A call that a sound may be of.
     *
     * @param sha256 of its events
     * @param caller the citizen's number as the exchange gave it
     * @param alone whether it is known by this very sound
     */
    record Candidate(IntakeId intake, String sha256, Optional<String> caller, boolean alone, Instant endedAt) {}

    /**
     * A sound and its bytes.
     *
     * @param mail SHA-256 of the mail that brought it
     */
    record Kept(UUID id, String sha256, Optional<String> mail) {}
}
