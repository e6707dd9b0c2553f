package fr.aubette.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a directorate's own software reports of a ticket, on its address {@code aubette.updates.<code>}. Its shape is
 * {@code docs/schemas/directorate-update.json}.
 *
 * @param ticket its number
 * @param type {@code taken}, {@code closed}, {@code refused} (back to triage) or {@code reassigned}
 * @param to the new lead's code, for {@code reassigned} only
 * @param reason why, for {@code refused} and {@code reassigned}; a remark for the others
 */
record TicketUpdate(
        @JsonProperty(required = true) String ticket,
        @JsonProperty(required = true) String type,
        @Nullable String to,
        @Nullable String reason) {}
