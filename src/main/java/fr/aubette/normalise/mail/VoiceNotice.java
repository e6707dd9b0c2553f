package fr.aubette.normalise.mail;

import fr.aubette.model.Contact;
import fr.aubette.model.Mail;
import fr.aubette.model.Mail.Nature;
import fr.aubette.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asterisk's mail about a message on its voicemail, the sound attached. It is known by its Message-ID, which no setting
 * of the exchange changes, and only in a mailbox that is said to get such mails: anybody else could write one.
 */
final class VoiceNotice {

    /** Asterisk's: the message's number, a random one, the mailbox, a process. */
    private static final Pattern ID = Pattern.compile("Asterisk-\\d+-\\d+-([^@\\s]{1,80})-\\d+@.*");

    /** Name of the fact that names the phone line; whoever reads the mailbox gives it. */
    static final String LINE_FACT = "voicemailOf";

    private VoiceNotice() {}

    static boolean isOne(Part root, Map<String, String> facts) {
        return facts.containsKey(LINE_FACT)
                && mailbox(root).isPresent()
                && sound(root).isPresent();
    }

    /** The mailbox' number. */
    static Optional<String> mailbox(Part root) {
        return id(root).map(ID::matcher).filter(Matcher::matches).map(found -> found.group(1));
    }

    static Optional<Part> sound(Part root) {
        return root.all().stream()
                .filter(part -> part.mediaType().startsWith("audio/"))
                .findFirst();
    }

    private static Optional<String> id(Part root) {
        return root.headers.first("message-id").flatMap(MessageIds::first);
    }

    /** Its words hold the caller's number, which may be withheld: nothing of them is kept here. */
    static Contact contact(Part root, Instant receivedAt) {
        Mail mail = new Mail(id(root), List.of(), List.of(), List.of(), Nature.VOICE_MESSAGE, Optional.empty());
        return new Contact(
                mail,
                receivedAt,
                "Message vocal dans la boîte " + Clean.line(mailbox(root).orElse(""), Contact.MAX_SUBJECT / 2),
                "",
                Person.unknown(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
