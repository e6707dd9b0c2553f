package fr.aubette.classify;

import java.util.Map;

/**
 * What each sign of a second topic counts, as a logit, by the sign's name; a sign that is not named counts nothing.
 *
 * @param ordinary beside an ordinary topic
 * @param danger beside a danger
 */
public record SecondWeights(Map<String, Double> ordinary, Map<String, Double> danger) {

    public SecondWeights {
        ordinary = Map.copyOf(ordinary);
        danger = Map.copyOf(danger);
    }

    /** When nothing was learned: only what speaks of two topics in two places and announces it is two. */
    public static SecondWeights byHand() {
        return new SecondWeights(
                Map.of(
                        "base", -4.8,
                        "clause", 0.4,
                        "whole", 0.7,
                        "companion", 2.2,
                        "first-whole", 0.4,
                        "first-clause", 0.3,
                        "both-apart", 0.8,
                        "marks", 2.0,
                        "demands", 0.9,
                        "length", -1.6),
                Map.of("base", -4.0, "clause", 0.5, "whole", 0.4, "subject", 0.3, "marks", 2.4));
    }
}
