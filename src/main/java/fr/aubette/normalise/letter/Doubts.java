package fr.aubette.normalise.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signs that more than one letter lies between two separator sheets. */
final class Doubts {

    private static final String BEGINS =
            "sans feuille séparatrice : la page %d semble commencer un autre courrier, à vérifier";
    private static final String MAY_BEGIN =
            "sans feuille séparatrice : la page %d a l'en-tête d'un courrier, dont l'expéditeur n'a pas été lu";
    private static final String POOR =
            "sans feuille séparatrice : la page %d se lit trop mal pour savoir si elle commence un autre courrier";

    private Doubts() {}

    /** Why another letter may begin in it, the first sign; empty when there is none. */
    static Optional<String> in(List<PageResult> sheets) {
        List<PageResult> before = new ArrayList<>();
        for (PageResult sheet : sheets) {
            if (begins(before, sheet)) {
                return Optional.of(BEGINS.formatted(sheet.number()));
            }
            if (mayBegin(before, sheet)) {
                return Optional.of(MAY_BEGIN.formatted(sheet.number()));
            }
            before.add(sheet);
        }
        return Optional.empty();
    }

    /** A page after the first of which hardly a word was read. */
    static Optional<String> poor(List<PageResult> sheets, int confidence) {
        return sheets.stream()
                .filter(Doubts::isLetter)
                .skip(1)
                .filter(sheet -> sheet.state() == PageResult.State.READ
                        && !sheet.text().isBlank()
                        && sheet.confidence() < confidence)
                .findFirst()
                .map(sheet -> POOR.formatted(sheet.number()));
    }

    /** Whether a page begins a letter, of another sender than the one it follows. */
    static boolean begins(List<PageResult> before, PageResult sheet) {
        Optional<PageResult> first = head(before, sheet);
        Optional<String> name = first.flatMap(Doubts::name);
        return name.isPresent() && name(sheet).isPresent() && !name.equals(name(sheet));
    }

    /** Whether it has the head of a letter and nobody can say whose. */
    private static boolean mayBegin(List<PageResult> before, PageResult sheet) {
        Optional<PageResult> first = head(before, sheet);
        return first.isPresent()
                && (first.flatMap(Doubts::name).isEmpty() || name(sheet).isEmpty());
    }

    /** The first page of what goes before, when both have the head of a letter. */
    private static Optional<PageResult> head(List<PageResult> before, PageResult sheet) {
        if (!isLetter(sheet) || !FirstPage.test(sheet.text())) {
            return Optional.empty();
        }
        return before.stream().filter(Doubts::isLetter).findFirst().filter(first -> FirstPage.test(first.text()));
    }

    private static boolean isLetter(PageResult sheet) {
        return sheet.kind() == PageResult.Kind.LETTER;
    }

    private static Optional<String> name(PageResult page) {
        return LetterSender.of(ReadLine.of(List.of(page))).name().map(found -> found.value());
    }
}
