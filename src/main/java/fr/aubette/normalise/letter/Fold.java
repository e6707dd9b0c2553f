package fr.aubette.normalise.letter;

import fr.aubette.model.RawItem;
import java.util.List;
import java.util.Optional;

/**
 * One letter of a scanned file: its pages, the blank sides among them and the separator sheets before it.
 *
 * @param number from 1
 * @param sheets in the order of the file
 * @param closed whether its last page is known: another letter follows, or the file is read to its end
 * @param remark what a person should look at: it was cut, or not, where no separator says so
 * @param doubt why it may be more than one letter
 */
record Fold(int number, List<PageResult> sheets, boolean closed, Optional<String> remark, Optional<String> doubt) {

    /** What an item says which letter of the file it is; the first when it says nothing. */
    static final String FACT = "letter";

    Fold {
        sheets = List.copyOf(sheets);
    }

    static int numberOf(RawItem item) {
        return Integer.parseInt(item.facts().getOrDefault(FACT, "1"));
    }

    /** The reference of the file that an item is a letter of. */
    static String fileOf(RawItem item) {
        String reference = item.reference();
        int letter = numberOf(item);
        return letter == 1 ? reference : reference.substring(0, reference.length() - ("#" + letter).length());
    }

    /** Sides that are neither blank nor separators. */
    List<PageResult> pages() {
        return sheets.stream()
                .filter(sheet -> sheet.kind() == PageResult.Kind.LETTER)
                .toList();
    }

    /** What the separator sheets before it say. */
    Slip slip() {
        return Slip.of(sheets.stream()
                .filter(sheet -> sheet.kind() == PageResult.Kind.SEPARATOR)
                .flatMap(sheet -> sheet.codes().stream())
                .toList());
    }

    /** What was read on all its pages. */
    String text() {
        return pages().stream()
                .map(PageResult::text)
                .filter(text -> !text.isBlank())
                .collect(java.util.stream.Collectors.joining("\n\n"));
    }
}
