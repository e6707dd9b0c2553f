package fr.aubette.model;

import java.util.UUID;

/** Identity of one thing taken in; the same through queues, logs and pages. */
public record IntakeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
