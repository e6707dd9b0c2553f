package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * That what a person sent opens and joins nothing: it is there already, or it is one of a flood.
 *
 * @param reason in words for an agent, without personal data
 * @param evidence why
 * @param notice what is told once on a ticket, so that its agent knows
 */
public record Suppression(String reason, List<Evidence> evidence, Optional<Notice> notice) {

    public Suppression {
        evidence = List.copyOf(evidence);
    }

    /**
     * A line for a ticket's history.
     *
     * @param event kind of the event
     * @param text for the agent
     */
    public record Notice(TicketId ticket, String event, String text) {}
}
