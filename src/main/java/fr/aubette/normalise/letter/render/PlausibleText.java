package fr.aubette.normalise.letter.render;

/** Whether the text that a PDF carries is a text: some carry codes of their fonts instead of letters. */
final class PlausibleText {

    /** Fewer letters than this are a stamp or a page number: the page is better read from its picture. */
    private static final int LEAST_LETTERS = 12;

    private PlausibleText() {}

    static boolean test(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        long visible = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        long odd = text.codePoints().filter(PlausibleText::isOdd).count();
        return letters >= LEAST_LETTERS && latin >= 0.8 * letters && letters >= 0.5 * visible && odd <= 0.02 * visible;
    }

    private static boolean isOdd(int c) {
        int type = Character.getType(c);
        return c == 0xFFFD
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || (type == Character.CONTROL && !Character.isWhitespace(c));
    }
}
