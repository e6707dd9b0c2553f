package fr.aubette.normalise.letter;

import fr.aubette.model.LetterFields.Found;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a page begins another letter beyond doubt although no separator sheet lies before it. All of this must hold,
 * and be read well: the letter before it has its formula of politeness on its last page and speaks of no letter that it
 * encloses; the page has the whole head of a letter to us, its sender bears no name like the former one and lives
 * elsewhere.
 */
final class SureBeginning {

    /** Least mean confidence of both pages. */
    private static final int WELL_READ = 75;

    /** Least confidence of a name and of an address: one known by its place alone has three quarters of its line's. */
    private static final int SURE = 64;

    private static final Pattern OURS = Pattern.compile(
            "(?iu)\\b(?:conseil\\s+(?:départemental|général)|département|maison départementale|MDPH|MDS)\\b");

    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)\\b(?:salutations|sentiments|considération|cordialement|respectueu[a-zé]+|sincères|dévouée?s?)\\b");

    /** Somebody else's letter may lie behind; what is joined to this one, or is the writer's own, is none. */
    private static final Pattern ENCLOSES = Pattern.compile(
            "(?iu)\\b(?:copies?|doubles?|ci-(?:joint|après)e?s?|joins|joint|annexée?s?|annexes?|transme\\w+|P\\.?\\s?J\\.?)\\b[^.]{0,80}"
                    + "(?<!\\bce |\\bcette |\\bprésente? |\\bma |\\bmon |\\bmes )\\b(?:lettres?|courriers?|réponses?|échanges?|correspondances?|attestations?|témoignages?)\\b");

    private static final Set<String> TITLES =
            Set.of("m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "docteur", "me", "et", "de");

    private SureBeginning() {}

    /**
     * Whether it does.
     *
     * @param before the sheets since the former letter began
     */
    static boolean test(List<PageResult> before, PageResult sheet) {
        List<PageResult> pages = before.stream()
                .filter(page -> page.kind() == PageResult.Kind.LETTER)
                .toList();
        return !pages.isEmpty()
                && isHead(sheet)
                && OURS.matcher(sheet.text()).find()
                && isHead(pages.get(0))
                && pages.stream().allMatch(page -> page.confidence() >= WELL_READ)
                && CLOSING.matcher(pages.get(pages.size() - 1).text()).find()
                && pages.stream()
                        .noneMatch(page -> ENCLOSES.matcher(flat(page.text())).find())
                && areStrangers(sender(pages.get(0)), sender(sheet));
    }

    private static boolean isHead(PageResult sheet) {
        return sheet.kind() == PageResult.Kind.LETTER
                && sheet.confidence() >= WELL_READ
                && FirstPage.test(sheet.text());
    }

    private static LetterSender sender(PageResult page) {
        return LetterSender.of(ReadLine.of(List.of(page)));
    }

    private static boolean areStrangers(LetterSender one, LetterSender other) {
        return isSure(one.name())
                && isSure(other.name())
                && isSure(one.address())
                && isSure(other.address())
                && !one.address()
                        .map(SureBeginning::plain)
                        .equals(other.address().map(SureBeginning::plain))
                && shareNoWord(names(one.name()), names(other.name()));
    }

    private static boolean isSure(Optional<Found> found) {
        return found.filter(each -> each.confidence() >= SURE).isPresent();
    }

    private static Set<String> names(Optional<Found> name) {
        return name.stream()
                .flatMap(found -> Arrays.stream(plain(found).split(" ")))
                .filter(word -> word.length() > 1 && !TITLES.contains(word))
                .collect(Collectors.toSet());
    }

    /** Also one letter read otherwise makes no other person. */
    private static boolean shareNoWord(Set<String> ones, Set<String> others) {
        return !ones.isEmpty()
                && !others.isEmpty()
                && ones.stream().noneMatch(one -> others.stream().anyMatch(other -> Misread.distance(one, other) <= 1));
    }

    private static String plain(Found found) {
        return Normalizer.normalize(found.value(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
