package fr.aubette.model;

import java.util.Optional;

/**
 * An agent's telephone as a member of a queue, as the exchange tells it.
 *
 * @param line the exchange's name, an entry of {@code config/channels.yaml}
 * @param queue of which it is a member
 * @param extension its number inside, for example {@code 101}
 * @param name as the exchange writes it; empty when it has none
 * @param member false when it has just left the queue
 * @param paused true while it takes no calls
 * @param pausedFor the reason given for the pause
 * @param device what the telephone does
 */
public record LiveMember(
        String line,
        String queue,
        String extension,
        String name,
        boolean member,
        boolean paused,
        Optional<String> pausedFor,
        Device device) {

    /** What a telephone does. */
    public enum Device {
        FREE,
        RINGING,
        BUSY,
        /** Off, unplugged, or not known to the exchange. */
        AWAY
    }
}
