package fr.aubette.answer;

import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an answer needs to know of its ticket.
 *
 * @param receivedAt when its first contact came; noon of its arrival for a letter (CRPA L112-1)
 * @param citizenName blank when unknown
 * @param addresses mail addresses from which the citizen wrote about it, the latest first
 * @param messageIds mails of its thread, the latest last
 * @param source the source of its latest electronic contact; blank when there is none
 * @param silence what follows when it is not answered; empty when nothing does
 * @param transferred whether another institution has it
 * @param postal the latest postal address that the citizen gave; blank when none
 * @param wroteByLetter whether her latest writing was a letter
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
        String source,
        Optional<Silence> silence,
        boolean transferred,
        String postal,
        boolean wroteByLetter) {

    public TicketFacts {
        addresses = List.copyOf(addresses);
        messageIds = List.copyOf(messageIds);
    }
}
