package fr.aubette.identify.pairs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in any order of their parts, as eight figures: year, month, day; impossible days are kept as they are. */
final class Days {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([12]\\d{3})[-/. ]?(\\d{1,2})[-/. ]?(\\d{1,2})(?:[t ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ]?(\\d{1,2})[-/. ]?([12]\\d{3})");

    private Days() {}

    static Optional<String> of(String written) {
        String text = written.strip().toLowerCase(java.util.Locale.ROOT);
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return Optional.of(first.group(1) + two(first.group(2)) + two(first.group(3)));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            boolean american = Integer.parseInt(last.group(2)) > 12;
            String month = american ? last.group(1) : last.group(2);
            String day = american ? last.group(2) : last.group(1);
            return Optional.of(last.group(3) + two(month) + two(day));
        }
        return Optional.empty();
    }

    private static String two(String figures) {
        return figures.length() == 1 ? "0" + figures : figures;
    }
}
