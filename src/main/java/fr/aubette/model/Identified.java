package fr.aubette.model;

/**
 * After identify: a contact and the citizen it comes from.
 *
 * @param normalised what came in
 * @param identity who it is, how sure, why
 */
public record Identified(Normalised normalised, Identity identity) {

    public Contact contact() {
        return normalised.contact();
    }
}
