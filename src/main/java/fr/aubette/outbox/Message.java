package fr.aubette.outbox;

import java.util.Optional;
import java.util.UUID;

/**
 * One message that the broker must get.
 *
 * @param id its place in the outbox
 * @param messageId stable over repeats: the broker's duplicate id
 * @param kind queue or topic
 * @param destination its name
 * @param groupKey messages of one group stay in order at one consumer
 * @param contentType of the body
 * @param body text
 */
public record Message(
        long id,
        UUID messageId,
        Kind kind,
        String destination,
        Optional<String> groupKey,
        String contentType,
        String body) {

    /** How a destination hands on. */
    public enum Kind {
        QUEUE,
        TOPIC
    }
}
