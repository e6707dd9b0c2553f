package fr.aubette.typed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of birth as people type them: {@code 1942-08-19}, {@code 19/08/1942}, {@code 19.8.1942}. */
public final class TypedDates {

    /** Nobody living was born before. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(T.*)?");
    private static final Pattern FRENCH =
            Pattern.compile("(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{4})");

    private TypedDates() {}

    /**
     * The date of birth that the text says; empty when it says none, or one that cannot be.
     *
     * @param today nobody is born after
     */
    public static Optional<LocalDate> birth(String text, LocalDate today) {
        return read(text.strip()).filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(today));
    }

    private static Optional<LocalDate> read(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher french = FRENCH.matcher(text);
        return french.matches() ? date(french.group(3), french.group(2), french.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
