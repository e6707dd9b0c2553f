package fr.aubette.model;

import java.util.Optional;

/**
 * After identify: a contact and the citizen it comes from.
 *
 * @param normalised what came in
 * @param identity who it is, how sure, why
 * @param home address that is kept of this citizen, in lower case, street and town each in one word; only when it is
 *     proven who it is
 */
public record Identified(Normalised normalised, Identity identity, Optional<String> home) {

    /** Of whom no address is kept. */
    public Identified(Normalised normalised, Identity identity) {
        this(normalised, identity, Optional.empty());
    }

    public Contact contact() {
        return normalised.contact();
    }
}
