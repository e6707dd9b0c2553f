package fr.aubette.model;

/**
 * After normalise: an intake understood as a contact.
 *
 * @param intake where it came in
 * @param channelSource the configured source that took it
 * @param contact what it says
 */
public record Normalised(IntakeId intake, String channelSource, Contact contact) {}
