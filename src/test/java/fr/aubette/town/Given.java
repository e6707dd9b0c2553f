package fr.aubette.town;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a contact gives to tell somebody by, in words; a number or mailbox is seen once anybody has been known by it.
 */
final class Given {

    private final Set<String> seen = new HashSet<>();

    void seen(String... values) {
        Stream.of(values).map(Given::folded).filter(each -> !each.isEmpty()).forEach(seen::add);
    }

    /** Of a contact, by the columns of its file; it is seen from then on. */
    String by(Map<String, String> contact) {
        String name = some(contact, "display_name", "last_name", "first_name");
        String more = some(contact, "birth_date", "address", "postcode", "city");
        String phone = folded(some(contact, "phone"));
        String mail = folded(some(contact, "email"));
        boolean known = seen.contains(phone);
        boolean mailKnown = seen.contains(mail);
        seen(phone, mail);
        if (!more.isEmpty() || !phone.isEmpty() && !mail.isEmpty() || mailKnown) {
            return "anything else";
        }
        if (!mail.isEmpty()) {
            return "a mail address never seen";
        }
        if (phone.isEmpty()) {
            return name.isEmpty() ? "nothing" : "a name, no number";
        }
        String number = known ? "a number seen before" : "a number never seen";
        return name.isEmpty() ? number + ", no name" : "a name and " + number;
    }

    private static String some(Map<String, String> contact, String... columns) {
        return Stream.of(columns)
                .map(column -> contact.getOrDefault(column, ""))
                .collect(Collectors.joining())
                .strip();
    }

    private static String folded(String value) {
        if (value.indexOf('@') >= 0) {
            return Slips.plain(value);
        }
        String digits = value.replaceAll("\\D", "");
        return digits.length() < 9 ? "" : digits.substring(digits.length() - 9);
    }
}
