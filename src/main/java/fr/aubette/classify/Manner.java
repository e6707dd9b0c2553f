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
 */
public record Manner(
        Map<String, Double> offsets,
        Map<String, Map<String, Double>> signs,
        String rarity,
        Map<String, String> pieces) {

    /** The label of any danger beside none. */
    public static final String DANGER = "danger";

    public Manner {
        offsets = Map.copyOf(offsets);
        signs = Map.copyOf(signs);
        pieces = Map.copyOf(pieces);
    }

    /** Nothing learned: no text looks dangerous by its manner, nor harmless. */
    public static Manner none() {
        return new Manner(Map.of(), Map.of(), "", Map.of());
    }
}
