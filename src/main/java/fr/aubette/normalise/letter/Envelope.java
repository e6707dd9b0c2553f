package fr.aubette.normalise.letter;

import fr.aubette.model.LetterFields.Found;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The envelope among a letter's pages, scanned before or behind it: for the citizen's own time limits its postmark
 * counts (CRPA L112-1).
 */
final class Envelope {

    /** Words on an envelope, at most: two addresses and a postmark. */
    private static final int FEW = 45;

    /** A postmark is read through ink and stamps: never quite sure. */
    private static final int SUREST = 85;

    /** Older, it is something else that was read. */
    private static final int DAYS = 90;

    private static final Pattern OURS = Pattern.compile(
            "(?i)conseil\\s+(?:d[ée]partemental|g[ée]n[ée]ral)|h[ôo]tel\\s+du\\s+d[ée]partement|\\bMDPH\\b|maison\\s+d[ée]partementale|pr[ée]sident\\s+du");

    private static final Pattern TOWN = Pattern.compile("(?m)^\\D{0,4}\\d{5}\\s+\\p{L}");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})[-./ ](\\d{1,2})[-./ ](\\d{4}|\\d{2})(?!\\d)");

    private Envelope() {}

    /** The page that is the envelope; empty when none is, or when the letter is nothing else. */
    static Optional<PageResult> of(Fold fold) {
        List<PageResult> pages = fold.pages();
        if (pages.size() < 2) {
            return Optional.empty();
        }
        return List.of(pages.get(0), pages.get(pages.size() - 1)).stream()
                .filter(Envelope::test)
                .findFirst();
    }

    static boolean test(PageResult page) {
        String text = page.text().strip();
        return !text.isEmpty()
                && text.split("\\s+", -1).length <= FEW
                && OURS.matcher(text).find()
                && TOWN.matcher(text).find()
                && text.lines()
                        .map(String::strip)
                        .noneMatch(line -> LetterText.isSalutation(line) || LetterText.isObject(line));
    }

    /** The day of its postmark, when one can be: not after the arrival, not long before it. */
    static Optional<Found> postmark(PageResult page, LocalDate arrivedOn) {
        return ReadLine.of(List.of(page)).stream()
                .flatMap(line -> days(line.text()).stream()
                        .filter(day -> !day.isAfter(arrivedOn) && day.isAfter(arrivedOn.minusDays(DAYS)))
                        .map(day -> new Found(day.toString(), Math.min(SUREST, line.confidence()))))
                .findFirst();
    }

    private static List<LocalDate> days(String line) {
        List<LocalDate> days =
                new ArrayList<>(FrenchDates.first(List.of(line)).stream().toList());
        Matcher numbers = NUMBERS.matcher(line);
        while (numbers.find()) {
            int year = Integer.parseInt(numbers.group(3));
            try {
                days.add(LocalDate.of(
                        year < 100 ? 2000 + year : year,
                        Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(1))));
            } catch (DateTimeException e) {
                // no day, whatever was read
            }
        }
        return days;
    }
}
