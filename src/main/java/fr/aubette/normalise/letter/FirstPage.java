package fr.aubette.normalise.letter;

import java.util.List;

/** Whether a page has the head of a letter: an addressee, a date, and an object or a salutation. */
final class FirstPage {

    private static final int HEAD = 25;

    private FirstPage() {}

    static boolean test(String text) {
        List<String> head = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(HEAD)
                .toList();
        LetterText said = new LetterText(String.join("\n", head));
        return head.stream().anyMatch(LetterSender::isAddressee)
                && FrenchDates.first(head).isPresent()
                && (said.object().isPresent() || said.hasSalutation());
    }
}
