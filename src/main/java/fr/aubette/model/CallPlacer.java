package fr.aubette.model;

import java.time.Instant;
import java.util.Optional;

/** Has an exchange call a citizen for an agent: the agent's telephone rings first, then the citizen is called. */
public interface CallPlacer {

    /**
     * Asks for the call and returns at once; what becomes of it is told to every {@link CallListener}, and to the
     * intake when it is over.
     *
     * @param line the exchange's name, an entry of {@code config/channels.yaml}
     * @param extension of the agent
     * @param number to call, as it is dialled from inside
     * @param now makes the call's identity unique with the extension
     * @return the conversation's identity within the exchange; empty if this hub has no link with the exchange, or may
     *     not place calls there
     */
    Optional<String> place(String line, String extension, String number, Instant now);
}
