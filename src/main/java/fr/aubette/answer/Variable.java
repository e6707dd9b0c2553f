package fr.aubette.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an author must give before a template's text can leave.
 *
 * @param name as in the text, between double braces
 * @param label as the author reads it
 * @param type what may be given
 * @param choices the only values of a {@link Type#CHOICE}
 */
public record Variable(String name, String label, Type type, List<String> choices) {

    /** What may be given. */
    public enum Type {
        TEXT,
        DATE,
        NUMBER,
        AMOUNT,
        PHONE,
        CHOICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Longest value, in characters. */
    public static final int MAX_VALUE = 2_000;

    public Variable {
        choices = List.copyOf(choices);
    }

    /** The value as citizens read it; empty when nothing, or nothing of this type, was given. */
    public Optional<String> worded(String given) {
        String value = given.strip();
        if (value.isEmpty() || value.length() > MAX_VALUE || value.contains("{{")) {
            return Optional.empty();
        }
        return switch (type) {
            case TEXT -> Optional.of(value);
            case DATE -> date(value);
            case NUMBER -> number(value).map(found -> format(found, 0));
            case AMOUNT -> number(value).map(found -> format(found, 2) + "\u00a0€");
            case PHONE -> Optional.of(value).filter(found -> found.matches("\\+?[0-9][0-9 .-]{2,20}"));
            case CHOICE -> Optional.of(value).filter(choices::contains);
        };
    }

    /** A date of an agent's form, as in 2026-11-22. */
    static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String worded(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.FRENCH)
                .format(day);
    }

    private static Optional<String> date(String value) {
        return day(value).map(Variable::worded);
    }

    private static Optional<BigDecimal> number(String value) {
        String plain = value.replaceAll("[\\s\u00a0\u202f€]", "").replace(',', '.');
        return plain.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static String format(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.FRENCH);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals == 0 ? 6 : decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
