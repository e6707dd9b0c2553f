package fr.aubette.normalise.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cuts a scanned file into its letters. Every page lies in exactly one fold. */
final class Folds {

    private static final String GUESSED =
            "sans feuille séparatrice : la page %d semble commencer un autre courrier, à vérifier";

    private final boolean guess;
    private final int poor;
    private final boolean content;
    private final List<Fold> folds = new ArrayList<>();
    private List<PageResult> sheets = new ArrayList<>();
    private Optional<String> remark = Optional.empty();
    private boolean separated;

    private Folds(boolean guess, int poor, boolean content) {
        this.guess = guess;
        this.poor = poor;
        this.content = content;
    }

    /** To be given the pages in order; its letters are those that the pages still to come cannot change. */
    static Folds asRead(CutSettings settings) {
        return new Folds(false, settings.poor(), settings.content());
    }

    /** Those whose end is known. */
    List<Fold> closed() {
        return folds;
    }

    /**
     * The letters of what is read so far, as they are kept; where none is kept, cut at each separator sheet and where
     * the first page of somebody else's letter plainly begins.
     */
    static List<Fold> of(Scan scan) {
        return scan.cuts().letters().isEmpty() ? cut(scan, new Folds(true, 0, false)) : kept(scan);
    }

    /**
     * The same, cut only where it is sure: a fold in which another letter may begin has a doubt. The last one is closed
     * only when nothing is left to read.
     */
    static List<Fold> sure(Scan scan, CutSettings settings) {
        boolean all = scan.complete()
                && scan.results().stream()
                        .allMatch(page -> scan.cuts().letters().containsKey(page.number()));
        return all && !scan.results().isEmpty() ? kept(scan) : cut(scan, asRead(settings));
    }

    /** Pages of a fold, after its first, on which another letter seems to begin. */
    static List<Integer> guessed(Fold fold) {
        Folds folds = new Folds(true, 0, false);
        fold.sheets().forEach(folds::add);
        folds.end(true);
        return folds.folds.stream()
                .skip(1)
                .map(each -> each.sheets().get(0).number())
                .toList();
    }

    private static List<Fold> cut(Scan scan, Folds folds) {
        scan.results().forEach(folds::add);
        folds.end(scan.complete());
        return folds.folds;
    }

    private static List<Fold> kept(Scan scan) {
        Map<Integer, List<PageResult>> letters = new TreeMap<>();
        scan.results().stream()
                .filter(page -> scan.cuts().letters().containsKey(page.number()))
                .forEach(page -> letters.computeIfAbsent(
                                scan.cuts().letters().get(page.number()), number -> new ArrayList<>())
                        .add(page));
        return letters.entrySet().stream()
                .map(letter -> kept(
                        letter.getKey(), letter.getValue(), scan.cuts().byHand().contains(letter.getKey())))
                .toList();
    }

    private static Fold kept(int number, List<PageResult> sheets, boolean byHand) {
        Optional<String> doubt = byHand ? Optional.empty() : Doubts.in(sheets);
        return new Fold(number, sheets, true, doubt, doubt);
    }

    /** The next page. */
    void add(PageResult sheet) {
        boolean separator = sheet.kind() == PageResult.Kind.SEPARATOR;
        separated |= separator;
        if (hasPages() && (separator || begins(sheet))) {
            close(true, separated ? Optional.empty() : Doubts.poor(sheets, poor));
            remark = guess && !separator ? Optional.of(GUESSED.formatted(sheet.number())) : Optional.empty();
        }
        sheets.add(sheet);
    }

    private boolean begins(PageResult sheet) {
        return guess && Doubts.begins(sheets, sheet) || content && SureBeginning.test(sheets, sheet);
    }

    private boolean hasPages() {
        return sheets.stream().anyMatch(sheet -> sheet.kind() == PageResult.Kind.LETTER);
    }

    private void close(boolean closed, Optional<String> poorly) {
        Optional<String> doubt = guess ? Optional.empty() : Doubts.in(sheets).or(() -> poorly);
        folds.add(new Fold(folds.size() + 1, sheets, closed, remark.or(() -> doubt), doubt));
        sheets = new ArrayList<>();
    }

    /**
     * What follows the last letter, separators and blank sides, belongs to it; as long as there is more to read, to the
     * letter behind it: what a sheet says must not be said of the one before.
     */
    private void end(boolean complete) {
        if (hasPages() || folds.isEmpty()) {
            close(complete, separated ? Optional.empty() : Doubts.poor(sheets, poor));
        } else if (complete) {
            Fold last = folds.remove(folds.size() - 1);
            List<PageResult> all = new ArrayList<>(last.sheets());
            all.addAll(sheets);
            folds.add(new Fold(last.number(), all, last.closed(), last.remark(), last.doubt()));
        }
    }
}
