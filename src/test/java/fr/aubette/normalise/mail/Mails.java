package fr.aubette.normalise.mail;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Mail;
import fr.aubette.model.RawItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Mails for tests, and what becomes of them. */
final class Mails {

    static final Instant ARRIVED = Instant.parse("2026-03-02T08:30:00Z");
    static final MailSettings SETTINGS =
            new MailSettings(List.of("departement.example"), List.of("mx.departement.example"));
    private static final Path FOLDER = Path.of("src/test/resources/mail");

    private Mails() {}

    /** Understands a file of the tests' mail folder. */
    static Contact read(String file) {
        return read(Content.of(FOLDER.resolve(file)));
    }

    /** Understands a mail given as text; each character is a byte. */
    static Contact readRaw(String bytes) {
        return read(Content.of(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Contact read(Content content) {
        return new MailNormaliser(SETTINGS)
                .normalise(new RawItem(
                        ChannelKind.MAIL, "courriel", "boite:1", ARRIVED, "message/rfc822", Map.of(), content));
    }

    static Mail mail(Contact contact) {
        return (Mail) contact.channel();
    }
}
