package fr.aubette.model;

import java.util.UUID;

/** Identity of a ticket inside the program; people use its {@link TicketNumber}. */
public record TicketId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
