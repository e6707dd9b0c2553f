package fr.aubette.identify.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A birth date within what is typed, whole or as far as it goes: 12/03/1950, 12.3.50, 1950-03-12, 12 mars 1950, 12/03,
 * 1950.
 *
 * @param rest what else is typed
 * @param beginnings day, month and year as figures, as far as they go; none when there is no day
 * @param year when the year is all there is of it
 */
record TypedDate(String rest, List<String> beginnings, Optional<Integer> year) {

    private static final Pattern YEAR_FIRST = Pattern.compile("\\b((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})\\b");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{0,4}))?(?![\\d/.-])");
    private static final Pattern EIGHT = Pattern.compile("(?<!\\d)([0-3]\\d)([01]\\d)((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern WITH_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:er)?\\s+(jan|f[eé]v|mars|avr|mai|juin|juil|ao[uû]|sep|oct|nov|d[eé]c)\\p{L}*\\.?(?:\\s+(\\d{4}))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    private static final List<String> MONTHS =
            List.of("jan", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec");

    static TypedDate in(String typed) {
        Matcher found = YEAR_FIRST.matcher(typed);
        if (found.find()) {
            return dated(typed, found, two(found.group(3)) + two(found.group(2)) + found.group(1));
        }
        found = DAY_FIRST.matcher(typed);
        if (found.find() && possible(found.group(1), found.group(2))) {
            return dated(typed, found, years(two(found.group(1)) + two(found.group(2)), found.group(3)));
        }
        found = WITH_MONTH.matcher(typed);
        if (found.find()) {
            String day = two(found.group(1)) + month(found.group(2));
            return dated(typed, found, found.group(3) == null ? day : day + found.group(3));
        }
        found = EIGHT.matcher(typed);
        if (found.find() && possible(found.group(1), found.group(2))) {
            return dated(typed, found, found.group(1) + found.group(2) + found.group(3));
        }
        found = YEAR.matcher(typed);
        if (found.find() && typed.chars().anyMatch(Character::isLetter)) {
            int year = Integer.parseInt(found.group(1));
            return new TypedDate(without(typed, found.toMatchResult()), List.of(), Optional.of(year));
        }
        return new TypedDate(typed, List.of(), Optional.empty());
    }

    private static TypedDate dated(String typed, Matcher found, String... beginnings) {
        return new TypedDate(without(typed, found.toMatchResult()), List.of(beginnings), Optional.empty());
    }

    private static String without(String typed, MatchResult found) {
        return (typed.substring(0, found.start()) + " " + typed.substring(found.end())).strip();
    }

    /** Two figures of a year are its last ones, or its first while it is being typed. */
    private static String[] years(String day, String year) {
        List<String> all = new ArrayList<>();
        if (year == null) {
            all.add(day);
        } else if (year.length() == 2) {
            all.add(day + "19" + year);
            all.add(day + "20" + year);
            if (year.equals("19") || year.equals("20")) {
                all.add(day + year);
            }
        } else {
            all.add(day + year);
        }
        return all.toArray(String[]::new);
    }

    private static boolean possible(String day, String month) {
        int d = Integer.parseInt(day);
        int m = Integer.parseInt(month);
        return d >= 1 && d <= 31 && m >= 1 && m <= 12;
    }

    private static String month(String written) {
        String plain = written.toLowerCase(Locale.ROOT).replace('é', 'e').replace('û', 'u');
        for (int i = 0; i < MONTHS.size(); i++) {
            if (plain.startsWith(MONTHS.get(i))) {
                return two(String.valueOf(i + 1));
            }
        }
        throw new IllegalArgumentException("no month: " + written);
    }

    private static String two(String figures) {
        return figures.length() == 1 ? "0" + figures : figures;
    }
}
