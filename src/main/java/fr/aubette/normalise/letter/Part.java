package fr.aubette.normalise.letter;

import java.util.List;

/**
 * One letter of a scan, as it is handed on.
 *
 * @param number which of the scan's letters, from 1
 * @param sheets numbers of its pages, with its separators and blank sides, ascending
 * @param text what was read of it: decides whether it goes to the urgent queue
 */
public record Part(int number, List<Integer> sheets, String text) {

    public Part {
        sheets = List.copyOf(sheets);
    }

    static Part of(Fold fold) {
        return new Part(
                fold.number(), fold.sheets().stream().map(PageResult::number).toList(), fold.text());
    }
}
