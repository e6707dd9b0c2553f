package fr.aubette.quarantine;

import fr.aubette.model.IntakeId;

/** Port: evaluates an intake again from its raw bytes; a second decision is recorded, nothing else changes. */
@FunctionalInterface
public interface Reevaluation {

    void again(IntakeId intake);
}
