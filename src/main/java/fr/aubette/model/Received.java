package fr.aubette.model;

/**
 * An intake taken up by the stream, not yet understood.
 *
 * @param id of the intake
 * @param item its raw bytes and what the source knew
 */
public record Received(IntakeId id, RawItem item) {}
