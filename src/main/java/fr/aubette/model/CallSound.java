package fr.aubette.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What can be heard of a call: a message left on the voicemail, or a recording.
 *
 * @param line the exchange's name, the source of its call's intake
 * @param reference the exchange's own identity of it; the same sound offered again has the same
 * @param mailbox that the message was left in; blank for a recording
 * @param channel the exchange's name of the citizen's channel; blank when it does not tell
 * @param conversation the exchange's own identity of its call; empty when only time, mailbox and channel tell
 * @param caller the citizen's number as the exchange gave it; serves to find the call and is not kept
 * @param at when the sound begins, by the exchange's clock; of a mail that tells no more, when it was over
 * @param lasted zero when the exchange does not tell
 * @param mediaType of the bytes
 */
public record CallSound(
        String line,
        String reference,
        Kind kind,
        String mailbox,
        String channel,
        Optional<String> conversation,
        Optional<String> caller,
        Instant at,
        Duration lasted,
        String mediaType,
        Content content) {

    /** The only sound that browsers of every make play as exchanges write it. */
    public static final String WAV = "audio/wav";

    /** What it is a sound of. */
    public enum Kind {
        /** A message that the citizen left. */
        VOICEMAIL,
        /** The conversation itself. */
        RECORDING;

        /** As in the {@code call_sound.kind} column. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The same with other bytes. */
    public CallSound with(Content other) {
        return new CallSound(
                line, reference, kind, mailbox, channel, conversation, caller, at, lasted, mediaType, other);
    }

    /**
     * Refuses what could not be told apart from another sound.
     *
     * @throws IllegalArgumentException if the line or the reference is blank
     */
    public CallSound {
        if (line.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException("a sound needs a line and a reference");
        }
    }
}
