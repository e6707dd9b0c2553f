package fr.aubette.identify.match;

/**
 * One field's part in a decision.
 *
 * @param sign how it compares
 * @param bits its weight: one more doubles the odds that it is the same person, a negative one speaks against
 */
public record Clue(Sign sign, double bits) {}
