package fr.aubette.normalise.letter;

import fr.aubette.model.LetterFields.Found;
import fr.aubette.model.TicketNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What letters bear anywhere: our reference, amounts, numbers of registered items and of forms, our own codes. */
final class LetterFinds {

    private static final int MAX = 20;

    /**
     * «Vos références :», «V/Réf.», «Réf. :», «Dossier n°», «N° de dossier :», also as a reader of characters may see
     * it.
     */
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)^\\W{0,3}(?:(?:vos|votre|v\\s?/|nos|notre|n\\s?/)?\\s*(?:r[ée]f(?:[ée]rences?|s)?\\b\\.?)(?:\\s+(?:du|de votre)\\s+(?:dossier|courrier))?"
                    + "|(?:votre\\s+|mon\\s+)?(?:num[ée]ro\\s+(?:de\\s+|d['’]))?(?:dossier|allocataire|b[ée]n[ée]ficiaire)\\s*(?:n\\s?[°ºo*\"”’']|num[ée]ro|:)"
                    + "|n\\s?[°º]\\s*(?:de\\s+|d['’])?(?:dossier|allocataire|b[ée]n[ée]ficiaire))\\s*[.:;=-]*\\s*(?:n\\s?[°º]\\s*)?(\\S.*)$");

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\d,.])(\\d{1,3}(?:[ .\u00a0\u202f]\\d{3})+|\\d{1,7})(?:[,.](\\d{2}))?\\s*(?:€|euros?\\b|EUR\\b)");
    private static final Pattern REGISTERED = Pattern.compile(
            "(?<![\\dA-Z])(?:\\d[A-Z]\\s?\\d{3}\\s?\\d{3}\\s?\\d{4}\\s?\\d|R[A-Z]\\s?\\d{3}\\s?\\d{3}\\s?\\d{3}\\s?FR)(?!\\d)");
    private static final Pattern CERFA =
            Pattern.compile("(?i)(?:cerfa|n\\s?[°º])[^\\d\\n]{0,12}(\\d{5})\\s?[*#x]\\s?(\\d{2})(?!\\d)");

    /** A cheque that is enclosed; not a book of cheques nor one of those that are paid in services. */
    private static final Pattern CHEQUE = Pattern.compile(
            "(?iu)(?:joins?|joint|jointe|jointes|joints|trouver(?:ez|ai)?|adresse|r[èe]gle|r[èe]glement)\\b.{0,60}\\bch[èe]ques?\\b(?!.?(?:[ée]nergie|emploi|vacances|service|cadeau|d[ée]jeuner))|\\bch[èe]que\\s+(?:n\\s?[°º]|de\\s+\\d)");

    /** A piece of which no copy is enclosed. */
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?iu)(?:joins?|joint|jointe|jointes|joints|trouver(?:ez|ai)?|adresse|retourner|renvoyer|rendre)\\b(?!.{0,60}\\bcopie).{0,60}\\b(?:original|originale|originaux|originales)\\b");

    /** Words tell of it, nobody has seen it. */
    private static final double SAID = 0.8;

    private LetterFinds() {}

    /** What stands behind the label of a reference in the head of the letter. */
    static Optional<Found> reference(List<ReadLine> lines) {
        for (ReadLine line : lines) {
            Matcher labelled = LABELLED.matcher(line.text());
            if (labelled.matches() && labelled.group(1).chars().anyMatch(Character::isDigit)) {
                String value =
                        labelled.group(1).replaceFirst("[\\s.,;:|~]+$", "").replaceFirst("^[\\s.:;,°º]+", "");
                if (value.length() <= 60) {
                    return Optional.of(new Found(value, line.confidence()));
                }
            }
            if (LetterText.isSalutation(line.text())) {
                break;
            }
        }
        return Optional.empty();
    }

    static List<Found> amounts(List<ReadLine> lines) {
        return each(lines, AMOUNT, found -> {
            String cents = found.group(2);
            return found.group(1).replaceAll("\\D", "") + "." + (cents == null ? "00" : cents);
        });
    }

    static List<Found> registered(List<ReadLine> lines, List<String> codes, Optional<String> noted) {
        List<Found> found = new ArrayList<>();
        noted.ifPresent(number -> found.add(new Found(number, 100)));
        codes.stream()
                .map(code -> code.substring(code.indexOf('=') + 1))
                .filter(code -> REGISTERED.matcher(code).matches())
                .forEach(code -> found.add(new Found(code.replaceAll("\\s", ""), 100)));
        found.addAll(each(lines, REGISTERED, number -> number.group().replaceAll("\\s", "")));
        return distinct(found);
    }

    static List<Found> forms(List<ReadLine> lines) {
        return each(lines, CERFA, found -> found.group(1) + "*" + found.group(2));
    }

    /** Our own numbers in the codes printed on the letter: their check letter makes them certain. */
    static List<Found> returned(List<String> codes) {
        return distinct(codes.stream()
                .flatMap(code -> TicketNumber.in(code).stream())
                .map(number -> new Found(number.value(), 100))
                .toList());
    }

    /** What the mail room saw with the letter, else what the letter says lies with it. */
    static List<Found> toReturn(List<ReadLine> lines, Optional<String> seen) {
        List<Found> found = new ArrayList<>();
        seen.ifPresent(what -> found.add(new Found(what, 100)));
        for (ReadLine line : lines) {
            int confidence = (int) (SAID * line.confidence());
            if (CHEQUE.matcher(line.text()).find()) {
                found.add(new Found("chèque", confidence));
            }
            if (ORIGINAL.matcher(line.text()).find()) {
                found.add(new Found("original", confidence));
            }
        }
        return distinct(found);
    }

    private interface Value {
        String of(Matcher found);
    }

    private static List<Found> each(List<ReadLine> lines, Pattern pattern, Value value) {
        List<Found> all = new ArrayList<>();
        for (ReadLine line : lines) {
            Matcher found = pattern.matcher(line.text());
            while (found.find()) {
                all.add(new Found(value.of(found), line.confidence()));
            }
        }
        return distinct(all);
    }

    private static List<Found> distinct(List<Found> all) {
        Set<String> seen = new HashSet<>();
        return all.stream().filter(found -> seen.add(found.value())).limit(MAX).toList();
    }
}
