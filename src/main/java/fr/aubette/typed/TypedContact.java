package fr.aubette.typed;

import fr.aubette.model.Attachment;
import fr.aubette.model.Channel;
import fr.aubette.model.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a contact of what was typed: who, for whom, one line for the list, and the text with all that has no place of
 * its own.
 */
public final class TypedContact {

    /** Subject made of the first words: about what a list shows. */
    private static final int FIRST_WORDS = 80;

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** What has a place of its own in the contact, or is no part of what is said. */
    private static final Set<String> PLACED = Set.of(
            Names.TOKEN,
            Names.FORM,
            Names.LANGUAGE,
            Names.CATEGORY,
            Names.SUBJECT,
            Names.MESSAGE,
            Names.CASE_FILE,
            Names.FOR_WHOM);

    private static final Set<String> OF_A_PERSON = Set.of(
            Names.NAME,
            Names.LAST_NAME,
            Names.FIRST_NAME,
            Names.BIRTH_DATE,
            Names.PHONE,
            Names.MAIL,
            Names.ADDRESS,
            Names.POSTCODE,
            Names.TOWN);

    private TypedContact() {}

    /**
     * The contact.
     *
     * @param unplaced names of further fields that are no part of the text
     * @param otherwise subject when nothing was said in words
     */
    public static Contact of(Typed typed, Channel channel, Instant at, Set<String> unplaced, String otherwise) {
        LocalDate today = at.atZone(FRANCE).toLocalDate();
        return new Contact(
                channel,
                at,
                subject(typed, otherwise),
                text(typed, unplaced),
                TypedPersons.requester(typed, today),
                TypedPersons.beneficiary(typed, today),
                caseFiles(typed),
                attachments(typed));
    }

    private static String subject(Typed typed, String otherwise) {
        String given = typed.get(Names.SUBJECT).map(Texts::oneLine).orElse("");
        if (!given.isEmpty()) {
            return Texts.cut(given, Contact.MAX_SUBJECT).strip();
        }
        String message = typed.get(Names.MESSAGE).map(Texts::oneLine).orElse("");
        return message.isEmpty() ? Texts.cut(otherwise, Contact.MAX_SUBJECT) : firstWords(message);
    }

    private static String firstWords(String message) {
        if (message.length() <= FIRST_WORDS) {
            return message;
        }
        String start = Texts.cut(message, FIRST_WORDS);
        int space = start.lastIndexOf(' ');
        return (space > FIRST_WORDS / 2 ? start.substring(0, space) : start) + "…";
    }

    private static String text(Typed typed, Set<String> unplaced) {
        String more = typed.fields().entrySet().stream()
                .filter(field -> !placed(field.getKey()) && !unplaced.contains(field.getKey()))
                .map(field -> label(field.getKey()) + " : " + field.getValue().strip())
                .collect(Collectors.joining("\n"));
        String message = typed.get(Names.MESSAGE).orElse("").replaceAll("\\r\\n?", "\n");
        return message.isEmpty() || more.isEmpty() ? message + more : message + "\n\n" + more;
    }

    private static boolean placed(String name) {
        return PLACED.contains(name)
                || OF_A_PERSON.contains(name)
                || (name.startsWith(Names.BENEFICIARY)
                        && OF_A_PERSON.contains(name.substring(Names.BENEFICIARY.length())));
    }

    private static String label(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    private static List<String> caseFiles(Typed typed) {
        return Arrays.stream(typed.get(Names.CASE_FILE).orElse("").split("[,;\\n]", -1))
                .map(Texts::oneLine)
                .filter(number -> !number.isEmpty() && number.length() <= 100)
                .distinct()
                .limit(20)
                .toList();
    }

    private static List<Attachment> attachments(Typed typed) {
        return typed.files().stream()
                .map(file -> new Attachment(file.name(), file.mediaType(), file.size()))
                .toList();
    }
}
