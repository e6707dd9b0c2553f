package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * What a contact is about.
 *
 * @param matters what it asks for, the main one first; empty when suppressed
 * @param suppressed why it opens nothing (machine mail, flood); empty for what a person sent
 */
public record Classification(List<Matter> matters, Optional<String> suppressed) {

    public Classification {
        matters = List.copyOf(matters);
        if (matters.isEmpty() == suppressed.isEmpty()) {
            throw new IllegalArgumentException(
                    "a contact has matters, or a reason to be suppressed: never both or none");
        }
    }
}
