package fr.aubette.model;

import java.util.List;

/**
 * One thing that a contact asks for; a contact may hold several, each becomes or joins its own ticket.
 *
 * @param motive code of the motive in {@code config/motives.yaml}; {@value #TRIAGE} when nothing is sure enough
 * @param certainty 0 to 1
 * @param protectedLane whether it goes the restricted way (child protection, vulnerable adults, violence, threats)
 * @param subject one line about this matter alone
 * @param text the part of the contact that is about this matter; a colleague of another directorate sees only this
 * @param evidence why this motive
 * @param informed directorates that its words ask to inform, besides those of its motive; for example the Cabinet when
 *     an elected official writes for a citizen
 */
public record Matter(
        String motive,
        double certainty,
        boolean protectedLane,
        String subject,
        String text,
        List<Evidence> evidence,
        List<String> informed) {

    /** The motive of what a person must qualify. */
    public static final String TRIAGE = "A_QUALIFIER";

    public Matter {
        if (certainty < 0 || certainty > 1) {
            throw new IllegalArgumentException("certainty must lie in 0..1, is " + certainty);
        }
        evidence = List.copyOf(evidence);
        informed = List.copyOf(informed);
    }

    public Matter(
            String motive,
            double certainty,
            boolean protectedLane,
            String subject,
            String text,
            List<Evidence> evidence) {
        this(motive, certainty, protectedLane, subject, text, evidence, List.of());
    }
}
