package fr.aubette.thread;

import fr.aubette.model.Contact;
import fr.aubette.model.Mail;
import java.util.Optional;

/** What a contact newly says, apart from what it quotes. */
final class NewWords {

    private NewWords() {}

    /** Without quotes and signature; the whole text when that is all it is, as in a forward without a word. */
    static String of(Contact contact) {
        return fresh(contact).filter(words -> !words.isBlank()).orElse(contact.text());
    }

    /** What is only quoted or signed; empty when nothing is. */
    static String quoted(Contact contact) {
        return fresh(contact).isEmpty() ? "" : contact.text();
    }

    private static Optional<String> fresh(Contact contact) {
        return contact.channel() instanceof Mail mail ? mail.newText() : Optional.empty();
    }
}
