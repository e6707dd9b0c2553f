package fr.aubette.classify;

import java.util.Map;

/**
 * How people tell of danger without naming it, learned from labelled messages: pieces of words and of words in a row,
 * three to five letters long. A piece is written with {@code _} where a word begins or ends.
 *
 * @param offsets what counts in every text, by label: {@value #DANGER}, then each kind of danger
 * @param signs weights of the lane's signs in a text, by label
 * @param rarity pieces by how rare they are: lines of {@code number: pieces}
 * @param pieces weights of the pieces, by label, written likewise
 * @param certainty how often an alarm is right
 */
public record Manner(
        Map<String, Double> offsets,
        Map<String, Map<String, Double>> signs,
        String rarity,
        Map<String, String> pieces,
        Certainty certainty) {

    /** The label of any danger beside none. */
    public static final String DANGER = "danger";

    public Manner {
        offsets = Map.copyOf(offsets);
        signs = Map.copyOf(signs);
        pieces = Map.copyOf(pieces);
    }

    /** Nothing learned: no text looks dangerous by its manner, nor harmless. */
    public static Manner none() {
        return new Manner(Map.of(), Map.of(), "", Map.of(), Certainty.none());
    }

    /** The same, when it is known how often its alarms are right. */
    Manner with(Certainty known) {
        return new Manner(offsets, signs, rarity, pieces, known);
    }

    /**
     * How sure the desk of an alarm is, as a logit: that there is danger, and which.
     *
     * @param offset counts for every alarm
     * @param danger weight of its score above the least one
     * @param kind weight of the distance between its kind and the next one
     */
    public record Certainty(double offset, double danger, double kind) {

        /** The score alone. */
        public static Certainty none() {
            return new Certainty(0, 1, 0);
        }

        double of(LaneScorer.Danger found, double least) {
            return 1 / (1 + Math.exp(-offset - danger * (found.score() - least) - kind * found.margin()));
        }
    }
}
