package fr.aubette.answer;

import java.time.LocalDate;

/**
 * What follows when a request is not answered.
 *
 * @param on the day after which it follows
 */
public record Silence(Meaning meaning, LocalDate on) {

    /** What silence means. */
    public enum Meaning {
        ACCEPTANCE,
        REJECTION,
        /** It means nothing, but a decision is owed by that day. */
        DECISION
    }

    /** As the citizen reads it. */
    String worded() {
        String day = Variable.worded(on);
        return switch (meaning) {
            case ACCEPTANCE ->
                "En l'absence de réponse au " + day
                        + ", le silence gardé par le Département vaudra acceptation de votre demande.";
            case REJECTION ->
                "En l'absence de réponse au " + day
                        + ", le silence gardé par le Département vaudra rejet de votre demande.";
            case DECISION -> "Une décision vous sera notifiée au plus tard le " + day + ".";
        };
    }
}
