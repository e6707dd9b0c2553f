package fr.aubette.normalise.letter;

import java.util.Map;
import java.util.Set;

/**
 * Which letter of its file each page went to, as it is kept: what was once handed on is never cut otherwise.
 *
 * @param letters number of the letter, by number of the page; pages that no letter has yet are absent
 * @param byHand numbers of the letters of which a person said where they end
 */
public record Cuts(Map<Integer, Integer> letters, Set<Integer> byHand) {

    /** Nothing is kept yet. */
    public static final Cuts NONE = new Cuts(Map.of(), Set.of());

    public Cuts {
        letters = Map.copyOf(letters);
        byHand = Set.copyOf(byHand);
    }
}
