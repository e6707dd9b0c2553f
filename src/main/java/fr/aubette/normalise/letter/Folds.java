package fr.aubette.normalise.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a scanned file into its letters: at each separator sheet, and where the first page of somebody else's letter
 * plainly begins. Every page lies in exactly one fold.
 */
final class Folds {

    private static final String GUESSED =
            "sans feuille séparatrice : la page %d semble commencer un autre courrier, à vérifier";

    private final List<Fold> folds = new ArrayList<>();
    private List<PageResult> sheets = new ArrayList<>();
    private Optional<String> remark = Optional.empty();

    private Folds() {}

    /** The letters of what is read so far; the last one is closed only when nothing is left to read. */
    static List<Fold> of(Scan scan) {
        Folds folds = new Folds();
        scan.results().forEach(folds::add);
        folds.end(scan.complete());
        return folds.folds;
    }

    private void add(PageResult sheet) {
        boolean separator = sheet.kind() == PageResult.Kind.SEPARATOR;
        if (hasPages() && (separator || begins(sheet))) {
            close(true);
            remark = separator ? Optional.empty() : Optional.of(GUESSED.formatted(sheet.number()));
        }
        sheets.add(sheet);
    }

    private boolean hasPages() {
        return sheets.stream().anyMatch(sheet -> sheet.kind() == PageResult.Kind.LETTER);
    }

    /** Whether a page begins a letter, of another sender than the one it follows. */
    private boolean begins(PageResult sheet) {
        if (sheet.kind() != PageResult.Kind.LETTER || !FirstPage.test(sheet.text())) {
            return false;
        }
        PageResult first = sheets.stream()
                .filter(other -> other.kind() == PageResult.Kind.LETTER)
                .findFirst()
                .orElseThrow();
        Optional<String> before = name(first);
        return FirstPage.test(first.text())
                && before.isPresent()
                && name(sheet).isPresent()
                && !before.equals(name(sheet));
    }

    private static Optional<String> name(PageResult page) {
        return LetterSender.of(ReadLine.of(List.of(page))).name().map(found -> found.value());
    }

    private void close(boolean closed) {
        folds.add(new Fold(folds.size() + 1, sheets, closed, remark));
        sheets = new ArrayList<>();
    }

    /** What follows the last letter, separators and blank sides, belongs to it. */
    private void end(boolean complete) {
        if (hasPages() || folds.isEmpty()) {
            close(complete);
        } else {
            Fold last = folds.remove(folds.size() - 1);
            List<PageResult> all = new ArrayList<>(last.sheets());
            all.addAll(sheets);
            folds.add(new Fold(last.number(), all, last.closed(), last.remark()));
        }
    }
}
