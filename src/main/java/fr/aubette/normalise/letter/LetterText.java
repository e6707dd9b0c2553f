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

    /** «Objet :», also as a reader of characters may see it. */
    private static final Pattern SUBJECT = Pattern.compile(
            "^\\W{0,3}[O0o]b[jJi]et\\s*[:;.=-]\\s*(.+)$|^\\W{0,3}[O0]BJET\\s*[:;.=-]\\s*(.+)$",
            Pattern.CASE_INSENSITIVE);

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
        String subject = stated().or(this::firstWords).orElse("Courrier arrivé le " + DAY.format(arrivedOn));
        return subject.length() <= Contact.MAX_SUBJECT
                ? subject
                : subject.substring(0, Contact.MAX_SUBJECT - 1).strip() + "…";
    }

    private Optional<String> stated() {
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = SUBJECT.matcher(lines.get(i));
            if (line.matches()) {
                String said = line.group(1) == null ? line.group(2) : line.group(1);
                String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
                return Optional.of(goesOn(lines.get(i), next) ? said + " " + next : said);
            }
        }
        return Optional.empty();
    }

    private static boolean goesOn(String line, String next) {
        return line.length() >= FULL_LINE && !next.isEmpty() && Character.isLowerCase(next.codePointAt(0));
    }

    /** What follows the salutation; without one, the first line that is a phrase. */
    private Optional<String> firstWords() {
        int body = 0;
        for (int i = 0; i < lines.size() && body == 0; i++) {
            String line = lines.get(i);
            body = SALUTATION.matcher(line).matches() && line.endsWith(",") ? i + 1 : 0;
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
