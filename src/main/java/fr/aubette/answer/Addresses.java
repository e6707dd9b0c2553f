package fr.aubette.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses as this program writes to them, and the tags of its own. */
public final class Addresses {

    /** Longest address, after RFC 5321, 4.5.3.1. */
    private static final int LONGEST = 254;

    /** Dot-atoms of RFC 5322 only: what needs quotes or comments can hide a second recipient. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    private static final Pattern FAILURE_TAG =
            Pattern.compile("\\+(aub-\\d{4}-\\d{6,9}-[a-z])\\.([0-9a-f]{12})@", Pattern.CASE_INSENSITIVE);

    private static final Pattern MACHINE = Pattern.compile(
            "(?i)(mailer-?daemon|postmaster|no-?_?reply|ne-?pas-?repondre|do-?not-?reply|bounces?|noreponse)([+.-].*)?@.*");

    private Addresses() {}

    /** Whether mail can be sent there: one plain address, nothing beside it. */
    public static boolean isPlain(String address) {
        return address.length() <= LONGEST && PLAIN.matcher(address).matches();
    }

    /** Whether nobody reads what is sent there. */
    static boolean isMachine(String address) {
        return MACHINE.matcher(address).matches();
    }

    /** The tag to which failures of one answer come back: the ticket's number and the answer's short form. */
    static String failureTag(String number, AnswerId answer) {
        return number.toLowerCase(java.util.Locale.ROOT) + "." + answer.shortForm();
    }

    /** The short form of the answer whose failure comes to this address. */
    static Optional<String> failedAnswer(String address) {
        Matcher tag = FAILURE_TAG.matcher(address);
        return tag.find() ? Optional.of(tag.group(2).toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }
}
