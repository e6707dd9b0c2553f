package fr.aubette.cli.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them; day before month, unless that cannot be. */
public final class Dates {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})[-/. ]?(\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})");
    private static final Pattern DAY_FIRST_JOINED = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

    /** Two figures above this are of the last century. */
    private static final int THIS_CENTURY = 26;

    private Dates() {}

    /** Of a text; empty when it is none. */
    public static Optional<LocalDate> of(String text) {
        String written = text.strip();
        Matcher year = YEAR_FIRST.matcher(written);
        if (year.matches()) {
            return date(year.group(1), year.group(2), year.group(3));
        }
        Matcher day = DAY_FIRST.matcher(written);
        if (day.matches()) {
            return date(day.group(3), day.group(2), day.group(1));
        }
        Matcher joined = DAY_FIRST_JOINED.matcher(written);
        return joined.matches() ? date(joined.group(3), joined.group(2), joined.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (year.length() == 2) {
            y += y <= THIS_CENTURY ? 2000 : 1900;
        }
        Optional<LocalDate> date = date(y, Integer.parseInt(month), Integer.parseInt(day));
        return date.isPresent() ? date : date(y, Integer.parseInt(day), Integer.parseInt(month));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
