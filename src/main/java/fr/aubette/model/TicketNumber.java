package fr.aubette.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that people read out, write down and type again, for example {@code AUB-2026-000123-H}.
 *
 * <p>Its last letter is a check: a digit misread on paper or two digits swapped give a number that does not exist,
 * instead of somebody else's matter.
 *
 * @param value the whole number, upper case
 */
public record TicketNumber(String value) {

    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final Pattern WRITTEN =
            Pattern.compile("\\bAUB[-\u2010-\u2015 ]?(\\d{4})[-\u2010-\u2015 ]?(\\d{6,9})[-\u2010-\u2015 ]?([A-Z])\\b");

    /**
     * Refuses a number that was never given out.
     *
     * @throws IllegalArgumentException if the form or the check letter is wrong
     */
    public TicketNumber {
        Matcher written = WRITTEN.matcher(value);
        if (!written.matches() || !value.equals(canonical(written)) || !checks(written)) {
            throw new IllegalArgumentException("not a ticket number: " + value);
        }
    }

    /**
     * The number of the year's {@code sequence}th ticket.
     *
     * @param year four digits
     * @param sequence from 1
     */
    public static TicketNumber of(int year, long sequence) {
        String digits = "%04d%06d".formatted(year, sequence);
        return new TicketNumber("AUB-%04d-%06d-%s".formatted(year, sequence, checkLetter(digits)));
    }

    /** Every true ticket number in a text, in order; what only looks like one is left out. */
    public static List<TicketNumber> in(String text) {
        List<TicketNumber> found = new ArrayList<>();
        Matcher written = WRITTEN.matcher(text.toUpperCase(Locale.ROOT));
        while (written.find()) {
            if (checks(written)) {
                found.add(new TicketNumber(canonical(written)));
            }
        }
        return found;
    }

    private static boolean checks(Matcher written) {
        return checkLetter(written.group(1) + written.group(2))
                == written.group(3).charAt(0);
    }

    private static char checkLetter(String digits) {
        return CHECK_LETTERS.charAt((int) (Long.parseLong(digits) % CHECK_LETTERS.length()));
    }

    private static String canonical(Matcher written) {
        return "AUB-" + written.group(1) + "-" + written.group(2) + "-" + written.group(3);
    }

    @Override
    public String toString() {
        return value;
    }
}
