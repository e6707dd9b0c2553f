package fr.aubette.thread;

import fr.aubette.model.Contact;
import fr.aubette.model.Mail;
import fr.aubette.model.TicketNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a contact quotes ticket numbers, and which mails it answers.
 *
 * @param numbers each number with the place where it says most
 */
record References(Map<String, Place> numbers, List<String> inReplyTo, List<String> references) {

    /** Where a number stands; the first says most. */
    enum Place {
        SUBJECT,
        NEW_TEXT,
        ADDRESS,
        QUOTED
    }

    static References of(Contact contact) {
        Map<String, Place> numbers = new LinkedHashMap<>();
        add(numbers, contact.subject(), Place.SUBJECT);
        add(numbers, NewWords.of(contact), Place.NEW_TEXT);
        if (contact.channel() instanceof Mail mail) {
            mail.recipients().forEach(each -> add(numbers, afterPlus(each), Place.ADDRESS));
            add(numbers, NewWords.quoted(contact), Place.QUOTED);
            return new References(numbers, mail.inReplyTo(), mail.references());
        }
        add(numbers, contact.text(), Place.NEW_TEXT);
        return new References(numbers, List.of(), List.of());
    }

    List<TicketNumber> ticketNumbers() {
        return numbers.keySet().stream().map(TicketNumber::new).toList();
    }

    List<String> messageIds() {
        List<String> ids = new ArrayList<>(inReplyTo);
        ids.addAll(references);
        return ids;
    }

    private static void add(Map<String, Place> numbers, String text, Place place) {
        TicketNumber.in(text).forEach(number -> numbers.putIfAbsent(number.value(), place));
    }

    private static String afterPlus(String address) {
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        return plus >= 0 && plus < at ? address.substring(plus + 1, at) : "";
    }
}
