package fr.aubette.normalise.letter;

import fr.aubette.model.Contact;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a letter says of itself by the customs of French letters: its subject and its date. */
final class LetterText {

    /** A label and what it announces; «Objet» is told by {@link #isObject}. */
    private static final Pattern LABELLED = Pattern.compile("^\\W{0,3}([\\p{L}\\d]{4,6})\\s*[:;.=>-]\\s*(\\S.*)$");

    private static final Pattern SALUTATION = Pattern.compile(
            "^(bonjour|(cher|chère|chers)\\s.*|(madame|monsieur|mesdames|messieurs|mme|m\\.)\\b.{0,60}),?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A wrapped subject goes on in the next line only when it nearly fills its own. */
    private static final int FULL_LINE = 60;

    private static final int FIRST_WORDS = 120;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private final List<String> lines;

    LetterText(String text) {
        this.lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The line for the agent's list; never blank. */
    String subject(LocalDate arrivedOn) {
        String subject = object().or(this::firstWords).orElse("Courrier arrivé le " + DAY.format(arrivedOn));
        return subject.length() <= Contact.MAX_SUBJECT
                ? subject
                : subject.substring(0, Contact.MAX_SUBJECT - 1).strip() + "…";
    }

    /** What stands behind «Objet :». */
    Optional<String> object() {
        int at = objectLine();
        if (at < 0) {
            return Optional.empty();
        }
        Matcher line = LABELLED.matcher(lines.get(at));
        String said = line.matches() ? line.group(2) : "";
        String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
        return Optional.of((goesOn(lines.get(at), next) ? said + " " + next : said).replaceFirst("[\\s|~]+$", ""));
    }

    /** The line that states the object, from 0; -1 when none does. */
    int objectLine() {
        for (int i = 0; i < lines.size(); i++) {
            if (isObject(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line begins with «Objet :», or with what a reader of characters may see for it. */
    static boolean isObject(String line) {
        Matcher label = LABELLED.matcher(line);
        return label.matches() && Misread.distance(label.group(1).toUpperCase(Locale.FRENCH), "OBJET") <= 2;
    }

    static boolean isSalutation(String line) {
        return line.endsWith(",") && SALUTATION.matcher(line).matches();
    }

    boolean hasSalutation() {
        return lines.stream().anyMatch(LetterText::isSalutation);
    }

    private static boolean goesOn(String line, String next) {
        return line.length() >= FULL_LINE && !next.isEmpty() && Character.isLowerCase(next.codePointAt(0));
    }

    /** What follows the salutation; without one, the first line that is a phrase. */
    private Optional<String> firstWords() {
        int body = 0;
        for (int i = 0; i < lines.size() && body == 0; i++) {
            String line = lines.get(i);
            body = isSalutation(line) ? i + 1 : 0;
        }
        return lines.stream()
                .skip(body)
                .filter(LetterText::isPhrase)
                .findFirst()
                .map(line -> line.length() <= FIRST_WORDS
                        ? line
                        : line.substring(0, FIRST_WORDS - 1).strip() + "…");
    }

    /** Words of a phrase are mostly lower case; names, addresses and letterheads are not. */
    private static boolean isPhrase(String line) {
        String[] words = line.split("\\s+");
        long lower = Arrays.stream(words)
                .filter(word -> Character.isLowerCase(word.codePointAt(0)))
                .count();
        return words.length >= 3
                && 2 * lower > words.length
                && Character.isLetter(line.codePointAt(0))
                && !LetterSender.isAddressee(line)
                && FrenchDates.first(List.of(line)).isEmpty();
    }

    /** The date that the letter bears, if it is not later than its arrival. */
    Optional<LocalDate> writtenOn(LocalDate arrivedOn) {
        return FrenchDates.first(lines).filter(date -> !date.isAfter(arrivedOn));
    }
}
