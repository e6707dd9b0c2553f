package fr.aubette.model;

import java.util.Locale;
import java.util.UUID;

/** Identity of one thing taken in; the same through queues, logs and pages. */
public record IntakeId(UUID value) {

    /** What a citizen notes and an agent searches for: the last ten digits in two groups, for example 7F3A0-91C2D. */
    public String shortReference() {
        String digits = value.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return digits.substring(22, 27) + "-" + digits.substring(27);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
