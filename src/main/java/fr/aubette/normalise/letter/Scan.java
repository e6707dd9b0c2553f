package fr.aubette.normalise.letter;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a scanned file and its pages.
 *
 * @param pages how many pages the file has
 * @param damage what is wrong with the file although pages of it can be read, in French
 * @param refused why nothing of the file can ever be read, in French
 * @param results of the pages dealt with, by number
 * @param cuts which letter each went to, as it is kept
 */
public record Scan(int pages, Optional<String> damage, Optional<String> refused, List<PageResult> results, Cuts cuts) {

    /** A file of which nothing is known yet: at least one page is left. */
    static final Scan UNOPENED = of(1, Optional.empty());

    public Scan {
        results = List.copyOf(results);
    }

    /** One of which no letter went on its way. */
    public Scan(int pages, Optional<String> damage, Optional<String> refused, List<PageResult> results) {
        this(pages, damage, refused, results, Cuts.NONE);
    }

    /** The file before any page of it. */
    static Scan of(int pages, Optional<String> damage) {
        return new Scan(pages, damage, Optional.empty(), List.of());
    }

    static Scan refused(String reason) {
        return new Scan(0, Optional.empty(), Optional.of(reason), List.of());
    }

    /** The same file, so many of its pages dealt with. */
    Scan with(List<PageResult> dealtWith) {
        return new Scan(pages, damage, refused, dealtWith);
    }

    /** Whether nothing is left to do. */
    boolean complete() {
        return refused.isPresent() || results.size() >= pages;
    }

    /** The first page without a result, or whose reading may be tried again; one past the last when none is. */
    int firstLeft() {
        int number = 1;
        for (PageResult result : results) {
            if (result.number() != number || result.state() == PageResult.State.UNREAD) {
                return number;
            }
            number++;
        }
        return number;
    }

    /** Whether the next page lies in a fold that must not be read: the last separator before it says so. */
    boolean sealed() {
        boolean sealed = false;
        for (PageResult result : results.subList(0, Math.min(results.size(), firstLeft() - 1))) {
            sealed = result.kind() == PageResult.Kind.SEPARATOR
                    ? Slip.of(result.codes()).isSealed()
                    : sealed;
        }
        return sealed;
    }
}
