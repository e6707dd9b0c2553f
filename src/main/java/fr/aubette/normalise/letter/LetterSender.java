package fr.aubette.normalise.letter;

import fr.aubette.model.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who wrote a letter, from its head: only what is plainly there. Telephone numbers are found elsewhere. */
final class LetterSender {

    /** Lines in which the head of a letter lies. */
    private static final int HEAD = 20;

    private static final int MAX_ADDRESS_LINES = 5;

    private static final Pattern TITLED = Pattern.compile(
            "^(?:M\\.|Mme|Mlle|MM\\.|Mr|Monsieur|Madame|Mademoiselle|Dr|Docteur|Maître|Me)(?: et (?:Mme|Madame|M\\.))?\\s+\\p{Lu}.*$");
    private static final Pattern BODY = Pattern.compile(
            "^(?:Association|Amicale|Comité|Société|SARL|SAS|SASU|SCI|EURL|EARL|GAEC|Entreprise|Cabinet|Étude|Syndicat)\\s+\\p{Lu}.*$");
    private static final Pattern ADDRESSEE = Pattern.compile(
            "^(?:À l'attention|A l'attention|Monsieur l[ea]|Madame l[ea]|Mesdames|Messieurs|(?:du |Le )?Conseil départemental|"
                    + "(?:Le )?Département|Hôtel du Département|Président du).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TOWN = Pattern.compile("^(?:F-)?\\d{5}\\s+\\p{L}.*$");
    /** Not when a point follows: a reader of characters tears «exemple.fr» apart, and half an address is another's. */
    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)*\\.[a-zA-Z]{2,24}\\b(?!\\s?\\.\\s?[a-z])");

    private LetterSender() {}

    static Person of(String text) {
        List<String> head = head(text);
        int at = nameLine(head);
        Optional<String> name = at < 0 ? Optional.empty() : Optional.of(head.get(at));
        Optional<String> address = at < 0 ? Optional.empty() : address(head, at + 1);
        return new Person(name, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), mails(head), address);
    }

    /** Whether the line belongs to the block of the one written to. */
    static boolean isAddressee(String line) {
        return ADDRESSEE.matcher(line).matches();
    }

    private static List<String> head(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(HEAD)
                .takeWhile(line -> !line.toLowerCase(Locale.FRENCH).startsWith("objet"))
                .toList();
    }

    /** A title with a name, or a body's name, before the addressee. */
    private static int nameLine(List<String> head) {
        for (int i = 0; i < head.size() && !isAddressee(head.get(i)); i++) {
            String line = head.get(i);
            if (line.length() <= 80
                    && (TITLED.matcher(line).matches() || BODY.matcher(line).matches())) {
                return i;
            }
        }
        return -1;
    }

    /** The lines from the name to the one with the post code, if it comes before the addressee. */
    private static Optional<String> address(List<String> head, int from) {
        for (int i = from; i < Math.min(head.size(), from + MAX_ADDRESS_LINES); i++) {
            if (isAddressee(head.get(i))) {
                return Optional.empty();
            }
            if (TOWN.matcher(head.get(i)).matches()) {
                return Optional.of(head.subList(from, i + 1).stream().collect(Collectors.joining(", ")));
            }
        }
        return Optional.empty();
    }

    private static List<String> mails(List<String> head) {
        return head.stream()
                .takeWhile(line -> !isAddressee(line))
                .map(MAIL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
