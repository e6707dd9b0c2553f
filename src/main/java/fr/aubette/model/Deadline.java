package fr.aubette.model;

import java.time.LocalDate;

/**
 * A date that the institution owes, with its source.
 *
 * @param kind stable code, for example {@code ARE} or {@code IMPLIED_REJECTION}
 * @param dueOn the last day
 * @param article where it is written, for example {@code CRPA R112-11-1}; a service commitment names its charter
 * @param reason from which date and by which rule it was counted
 */
public record Deadline(String kind, LocalDate dueOn, String article, String reason) {}
