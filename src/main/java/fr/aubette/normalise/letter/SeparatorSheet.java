package fr.aubette.normalise.letter;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a page is a sheet that the mail room laid between letters: by its patch bars, by a code of ours, by what it
 * says, or by a large code with next to nothing around it. A code on a letter or an envelope separates nothing.
 */
final class SeparatorSheet {

    /** What a code of a separator begins with. */
    private static final Pattern OURS =
            Pattern.compile("(?i)(?:AUB(?:ETTE)?[-_:;| ])?SEP(?:ARATEUR|ARATION)?(?:[-_:;|=/ ].*|\\d.*)?");

    private static final Pattern TITLE = Pattern.compile(
            "(?isu).*(?:(?:feuille|feuillet|page|document|intercalaire)\\s+(?:de\\s+)?"
                    + "s[eé]para(?:trice|teur|tion)|s[eé]parat(?:rice|eur|ion)\\b.{0,20}ne\\s+pas\\s+(?:retirer|num[eé]riser)|separator\\s+(?:sheet|page)).*");

    /** Words on a separator sheet, at most. */
    private static final int FEW = 40;

    /** Words beside a code that only a separator can have so few of; the address on an envelope has more. */
    private static final int HARDLY_ANY = 6;

    /** Numbers of registered items, stuck on letters. */
    private static final Pattern POSTAL = Pattern.compile("(?:\\d[A-Z]|[A-Z]{2})\\s?[\\d ]{9,16}(?:[A-Z]{2})?");

    private SeparatorSheet() {}

    /** Known by its codes alone: it need not be read. */
    static boolean byCode(List<String> codes) {
        return codes.stream()
                .map(SeparatorSheet::text)
                .anyMatch(text -> OURS.matcher(text).matches());
    }

    static boolean test(List<String> codes, String text) {
        long words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        if (byCode(codes)) {
            return true;
        }
        boolean patch = codes.stream().anyMatch(code -> code.startsWith("patch="));
        return words <= FEW && (patch || TITLE.matcher(text).matches())
                || words <= HARDLY_ANY && codes.stream().anyMatch(SeparatorSheet::couldPart);
    }

    private static boolean couldPart(String code) {
        String kind = code.substring(0, code.indexOf('=')).toLowerCase(Locale.ROOT);
        return (kind.equals("code_128") || kind.equals("qr_code"))
                && !POSTAL.matcher(text(code)).matches();
    }

    private static String text(String code) {
        return code.substring(code.indexOf('=') + 1);
    }
}
