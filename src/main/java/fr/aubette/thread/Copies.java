package fr.aubette.thread;

import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Mail;
import fr.aubette.model.Suppression;
import fr.aubette.thread.Correspondence.Earlier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds the mail that is there already: sent to two of our mailboxes, passed on by an alias or a list, or delivered
 * twice. Its transport fields differ, so its bytes do; its Message-ID, sender and words do not.
 */
final class Copies {

    static final String EVENT = "also-received";

    /** A list adds a footer, a gateway a warning: the words of the shorter copy still stand in the longer one. */
    private static final double SAME_TEXT = 0.9;

    /** Copies of a mail without Message-ID arrive so close to each other; a person who asks again takes longer. */
    private static final Duration TOGETHER = Duration.ofMinutes(15);

    private final Correspondence correspondence;

    Copies(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    /** That the mail is the copy of one in a ticket. */
    Optional<Suppression> of(Classified classified) {
        Contact contact = classified.contact();
        Optional<String> sender = Sender.of(contact);
        if (!(contact.channel() instanceof Mail mail) || sender.isEmpty()) {
            return Optional.empty();
        }
        IntakeId own = classified.identified().normalised().intake();
        String source = classified.identified().normalised().channelSource();
        if (mail.messageId().isPresent()) {
            return correspondence.bearing(mail.messageId().get(), own).stream()
                    .filter(earlier -> earlier.sender().equals(sender.get()) && sameMail(contact, earlier))
                    .findFirst()
                    .map(earlier ->
                            suppression(earlier, source, "même identifiant de message, même expéditeur, même texte"));
        }
        Instant at = contact.receivedAt();
        return correspondence.sameWords(contact, sender.get(), at.minus(TOGETHER), at.plus(TOGETHER), own).stream()
                .findFirst()
                .map(earlier -> suppression(
                        earlier,
                        source,
                        "sans identifiant de message : même expéditeur, même objet, même texte, au même moment"));
    }

    private static boolean sameMail(Contact contact, Earlier earlier) {
        List<String> ours = Words.of(contact.text());
        List<String> theirs = Words.of(earlier.text());
        boolean sameText = ours.equals(theirs) || Words.likeness(contact.text(), earlier.text()) >= SAME_TEXT;
        return sameText && Subjects.alike(contact.subject(), earlier.subject());
    }

    private static Suppression suppression(Earlier earlier, String source, String why) {
        boolean elsewhere = !earlier.source().equals(source);
        Optional<Suppression.Notice> notice = elsewhere
                ? Optional.of(new Suppression.Notice(
                        earlier.ticket(), EVENT, "le même courriel est aussi arrivé dans la boîte " + source))
                : Optional.empty();
        return new Suppression("copie d'un courriel déjà reçu", List.of(new Evidence("same-message", why)), notice);
    }
}
