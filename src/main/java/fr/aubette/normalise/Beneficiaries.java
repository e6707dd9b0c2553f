package fr.aubette.normalise;

import fr.aubette.model.FrenchMonths;
import fr.aubette.model.Person;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The person for whom somebody writes, where the words say so: «pour mon père, M. Robert Chauvin, né le 19/08/1942». A
 * whole name is needed, after a word that says who it is; two such people, and nobody is meant.
 */
public final class Beneficiaries {

    private static final int LOOKED_AT = 20_000;

    private static final String WORD = "\\p{Lu}[\\p{L}'\u2019]*(?:-\\p{Lu}[\\p{L}'\u2019]*)*";
    private static final String NAME = "(" + WORD + "(?:[ \\u00a0]" + WORD + "){1,3})";
    private static final String TITLE = "(?:(?:M\\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle)[ \\u00a0])";
    private static final String KIN =
            "(?:père|mère|papa|maman|mari|femme|époux|épouse|fils|fille|frère|s(?:œ|oe)ur|oncle|tante|neveu|nièce|"
                    + "grand-père|grand-mère|beau-père|belle-mère|beau-frère|belle-s(?:œ|oe)ur|compagnon|compagne|"
                    + "conjointe?|voisine?|résidente?|patiente?|protégée?|majeure? protégée?|pupille|administrée?)";
    private static final String BORN =
            "(?:,? ?(?:\\()?(?:né|née|né\\(e\\)|nee) le (\\d{1,2})(?:er)?[ ./-](\\d{1,2}|[a-zéû]+)[ ./-](\\d{4}))";

    private static final Pattern RELATIVE =
            Pattern.compile("\\b(?:[Mm]on|[Mm]a|[Nn]otre|[Ss]a|[Ss]on|[Vv]otre) (?:\\p{Ll}+ )?" + KIN + ",? (?:de )?"
                    + TITLE + "?" + NAME + BORN + "?");
    private static final Pattern BORN_SOMEBODY = Pattern.compile(
            "\\b(?:[Pp]our|de|concernant|au nom de|au profit de|situation de|dossier de) " + TITLE + NAME + BORN);

    private Beneficiaries() {}

    /**
     * Whom a text is about.
     *
     * @param requester who writes: nobody writes for oneself
     */
    public static Optional<Person> in(String text, Person requester) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).replaceAll("\\s+", " ");
        Optional<Person> found = Optional.empty();
        for (Pattern pattern : List.of(RELATIVE, BORN_SOMEBODY)) {
            Matcher matcher = pattern.matcher(start);
            while (matcher.find()) {
                Person person = person(matcher.group(1), born(matcher.group(2), matcher.group(3), matcher.group(4)));
                boolean other = found.filter(earlier -> !words(earlier).equals(words(person)))
                        .isPresent();
                if (other) {
                    return Optional.empty();
                }
                boolean more = found.flatMap(Person::birthDate).isEmpty();
                found = more ? Optional.of(person) : found;
            }
        }
        return found.filter(person -> !words(person).equals(words(requester)));
    }

    private static Person person(String name, Optional<LocalDate> born) {
        return new Person(
                Optional.of(name), Optional.empty(), Optional.empty(), born, List.of(), List.of(), Optional.empty());
    }

    private static Optional<LocalDate> born(@Nullable String day, @Nullable String month, @Nullable String year) {
        if (day == null || month == null || year == null) {
            return Optional.empty();
        }
        int number = month.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(month)
                : FrenchMonths.NAMES.indexOf(plain(month)) + 1;
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<String> words(Person person) {
        String name = person.name().orElse("") + " " + person.firstName().orElse("") + " "
                + person.lastName().orElse("");
        Set<String> words = new TreeSet<>(Arrays.asList(plain(name).split("[^a-z]+", -1)));
        words.removeAll(Set.of("", "m", "mr", "mme", "mlle", "monsieur", "madame"));
        return words;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
