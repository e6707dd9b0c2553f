package fr.aubette.answer;

import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an answer needs to know of its ticket.
 *
 * @param receivedAt when its first contact came
 * @param citizenName blank when unknown
 * @param addresses mail addresses from which the citizen wrote about it, the latest first
 * @param messageIds mails of its thread, the latest last
 * @param source the source of its latest electronic contact; blank when there is none
 */
public record TicketFacts(
        TicketId ticket,
        String number,
        String subject,
        String motive,
        String directorate,
        boolean protectedLane,
        Instant receivedAt,
        Optional<CitizenId> citizen,
        String citizenName,
        List<String> addresses,
        List<String> messageIds,
        String source) {

    public TicketFacts {
        addresses = List.copyOf(addresses);
        messageIds = List.copyOf(messageIds);
    }
}
