package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket that was given back from the restricted way, as its desk remembers it.
 *
 * @param motive that it had there
 * @param directorate whose restricted desk had it
 * @param assignee who had it in charge
 * @param actor who gave it back
 * @param undoneBy who took that back
 */
public record FalseAlarm(
        TicketId ticket,
        String number,
        String motive,
        String directorate,
        Optional<String> service,
        Optional<String> assignee,
        String actor,
        String reason,
        Instant at,
        Optional<String> undoneBy) {}
