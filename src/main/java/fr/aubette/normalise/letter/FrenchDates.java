package fr.aubette.normalise.letter;

import fr.aubette.model.FrenchMonths;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Dates as French letters write them: «Brennac, le 3 mars 2026», «le 1er juin 2026», «03/03/2026». */
final class FrenchDates {

    private static final Pattern WORDS =
            Pattern.compile("\\b(\\d{1,2})\\s?(?:er)?\\s+([a-z]{3,10}|[a-z]{2,8} [a-z]{2,8})\\s+((?:19|20)\\d\\d)\\b");
    private static final Pattern FIGURES = Pattern.compile("\\b(\\d{1,2})[/.](\\d{1,2})[/.]((?:19|20)\\d\\d)\\b");

    /** A line that dates a letter is short and ends with its date. */
    private static final int LONGEST = 60;

    private FrenchDates() {}

    /** The date of the first line that dates the letter: a place and a date, and no phrase about anything else. */
    static Optional<LocalDate> first(List<String> lines) {
        return lines.stream()
                .filter(line -> line.length() <= LONGEST)
                .map(FrenchDates::atTheEnd)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> atTheEnd(String line) {
        String plain = Normalizer.normalize(line, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[\\s.,]+$", "");
        for (Pattern pattern : List.of(WORDS, FIGURES)) {
            Matcher date = pattern.matcher(plain);
            if (date.find() && date.end() == plain.length() && datesTheLetter(plain.substring(0, date.start()))) {
                int month = pattern == WORDS ? month(date.group(2)) : Integer.parseInt(date.group(2));
                return day(Integer.parseInt(date.group(3)), month, Integer.parseInt(date.group(1)));
            }
        }
        return Optional.empty();
    }

    /** From 1; 0 when it is none. A month may be misread by a letter or two, when only one can be meant. */
    private static int month(String word) {
        String letters = word.replace(" ", "");
        int[] distances = FrenchMonths.NAMES.stream()
                .mapToInt(month -> Misread.distance(letters, month))
                .toArray();
        int least = Arrays.stream(distances).min().orElse(Integer.MAX_VALUE);
        List<Integer> nearest = IntStream.range(0, distances.length)
                .filter(month -> distances[month] == least)
                .boxed()
                .toList();
        return least <= Math.min(2, letters.length() / 2) && nearest.size() == 1 ? nearest.get(0) + 1 : 0;
    }

    /** «Brennac, le», «fait à Brennac le», «le» or nothing; never «née le» or «décision du». */
    private static boolean datesTheLetter(String before) {
        String start = before.strip();
        return start.isEmpty()
                || start.equals("le")
                || start.matches("(date|en date du)\\s*:?")
                || (start.matches("(fait )?(a )?[a-z' -]{2,40},?( le)?")
                        && !start.matches(".*\\b(nee?|du|au|depuis)\\b.*"));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
