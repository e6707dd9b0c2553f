package fr.aubette.answer;

import java.util.UUID;

/** Identity of an answer, from its first draft on. */
public record AnswerId(UUID value) {

    /** Enough of it to tell the answers of one ticket apart: twelve hexadecimal digits. */
    public String shortForm() {
        return value.toString().replace("-", "").substring(0, 12);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
