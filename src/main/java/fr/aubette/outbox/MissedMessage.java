package fr.aubette.outbox;

import java.time.Instant;

/**
 * What a directorate's own software left unread until its time ran out. Nothing of what was said is kept here.
 *
 * @param messageId the broker's own, which stays the same when it is told again
 * @param directorate its code; blank when the queue was no directorate's
 * @param kind the message's {@code type}; blank when it has none
 * @param ticket its number; blank when the message names none
 * @param sentAt when the hub sent it
 * @param expiredAt when the broker took it from the queue
 */
public record MissedMessage(
        String messageId, String directorate, String kind, String ticket, Instant sentAt, Instant expiredAt) {}
