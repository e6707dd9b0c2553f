package fr.aubette.intake;

import fr.aubette.model.IntakeId;

/**
 * The answer to a source: its item is safe.
 *
 * @param id of the intake
 * @param first false when the same item had been taken before; it is still one intake
 */
public record Taken(IntakeId id, boolean first) {}
