package fr.aubette.normalise.mail;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Mail;
import fr.aubette.model.Person;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.normalise.Beneficiaries;
import fr.aubette.normalise.CaseFileNumbers;
import fr.aubette.normalise.ChannelNormaliser;
import fr.aubette.normalise.mail.reply.Marks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes a contact of a mail's raw bytes. What is odd is read as well as may be; refused is only what is no mail at all,
 * or is built to exhaust its reader.
 *
 * <p>Of several From fields the first counts, here and everywhere.
 */
@Component
public class MailNormaliser implements ChannelNormaliser {

    private static final String NO_SUBJECT = "(sans objet)";

    private final MailSettings settings;

    public MailNormaliser(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.MAIL;
    }

    @Override
    public Contact normalise(RawItem item) {
        Part root = read(item);
        if (VoiceNotice.isOne(root, item.facts())) {
            return VoiceNotice.contact(root, item.receivedAt());
        }
        Mail.Protection protection = Seals.open(root);
        String hint = charsetUsed(root);
        MailText body = MailText.of(root);
        String subject = HeaderText.decode(root.headers.first("subject").orElse(""), hint);
        String line = Clean.line(subject, Contact.MAX_SUBJECT);
        Person sender = sender(root.headers, hint);
        Optional<Original> original = sender.mails().stream()
                .filter(settings::isAgent)
                .findFirst()
                .flatMap(agent -> Original.of(root, line, body.marked(), settings));
        String text = original.filter(Original::attached)
                .map(found -> (body.text() + "\n\n" + Marks.removed(found.text())).strip())
                .orElseGet(body::text);
        Mail mail = mail(root, line, body, text, protection);
        Person requester = original.map(found -> person(found.sender())).orElse(sender);
        return new Contact(
                original.isPresent() ? forwarded(mail, sender, original.get(), text) : mail,
                item.receivedAt(),
                line.isBlank() ? NO_SUBJECT : line,
                startOnly(item.facts()) + text,
                requester,
                Beneficiaries.in(mail.newText().orElse(text), requester),
                CaseFileNumbers.in(line + "\n" + text),
                Attachments.of(root, body.bodies(), hint));
    }

    private static Part read(RawItem item) {
        refuseWhatIsNotThere(item.facts());
        try (InputStream in = item.content().open()) {
            Part root = MimeReader.read(in);
            if (!root.headers.areOfAMail() && !isReadable(root.body())) {
                throw new Refused(
                        root.body().size() == 0
                                ? "courriel vide : aucun octet reçu"
                                : "ce n'est pas un courriel : ni en-tête connu, ni texte lisible");
            }
            return root;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** A mail over the mailbox' limit is understood by its start; whoever reads that is told so first. */
    private static String startOnly(Map<String, String> facts) {
        return facts.containsKey("oversize")
                ? "[Courriel trop volumineux (%s octets) : seul son début est ici, le message entier est dans la boîte de messagerie.]\n\n"
                        .formatted(facts.get("oversize"))
                : "";
    }

    /** What the mailbox could not give at all says so in its facts; it is still there for a person to open. */
    private static void refuseWhatIsNotThere(Map<String, String> facts) {
        String place = "resté dans le dossier %s de la boîte".formatted(facts.getOrDefault("folder", ""));
        if (facts.containsKey("unreadable")) {
            throw new Refused("courriel que le serveur de messagerie n'a pas pu donner, " + place);
        }
    }

    /** Without any header, only what a person could have typed is taken: no control character, some letter. */
    private static boolean isReadable(Body body) {
        boolean letters = false;
        for (byte each : body.bytes()) {
            boolean control = each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t';
            if (control || each == 127) {
                return false;
            }
            letters |= Character.isLetter(each & 0xff);
        }
        return letters;
    }

    private Mail mail(Part root, String subject, MailText body, String text, Mail.Protection protection) {
        Headers headers = root.headers;
        Optional<String> id = headers.first("message-id").flatMap(MessageIds::first);
        Optional<String> newText = MailText.newIn(body.marked(), text);
        Mail.Nature nature =
                NatureOfMail.of(root, subject, String.join(" ", headers.all("from")), text, newText.orElse(text));
        return new Mail(
                id,
                othersThan(id, headers.first("in-reply-to").orElse("")),
                othersThan(id, headers.first("references").orElse("")),
                recipients(headers),
                nature,
                body.html(),
                newText,
                Optional.empty(),
                nature == Mail.Nature.BOUNCE ? Optional.of(DeliveryReport.of(root, text)) : Optional.empty(),
                SenderChecks.of(headers, settings.trustedServers()),
                protection);
    }

    /** The same mail as its first writer's: new is what he says, not the agent's note above. */
    private static Mail forwarded(Mail mail, Person agent, Original original, String whole) {
        return new Mail(
                mail.messageId(),
                mail.inReplyTo(),
                mail.references(),
                mail.recipients(),
                mail.nature(),
                mail.html(),
                MailText.newIn(original.text().strip(), whole),
                agent.mails().stream().findFirst(),
                mail.delivery(),
                mail.authentication(),
                mail.protection());
    }

    /** A mail that claims to answer itself answers nothing. */
    private static List<String> othersThan(Optional<String> own, String field) {
        List<String> found = new ArrayList<>(MessageIds.all(field));
        own.ifPresent(found::remove);
        return found;
    }

    private static List<String> recipients(Headers headers) {
        return Stream.of("to", "cc")
                .flatMap(name -> headers.all(name).stream())
                .flatMap(field -> Addresses.all(field).stream())
                .distinct()
                .limit(Limits.RECIPIENTS)
                .toList();
    }

    private static Person sender(Headers headers, String hint) {
        return Stream.of("from", "sender", "reply-to", "return-path")
                .flatMap(name -> headers.first(name).stream())
                .flatMap(field -> Addresses.first(field, hint).stream())
                .filter(mailbox ->
                        mailbox.address().isPresent() || mailbox.name().isPresent())
                .findFirst()
                .map(MailNormaliser::person)
                .orElseGet(Person::unknown);
    }

    private static Person person(Addresses.Mailbox mailbox) {
        return new Person(
                mailbox.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                mailbox.address().stream().toList(),
                Optional.empty());
    }

    /** The charset of the mail's text, to read undeclared bytes elsewhere in it by. */
    private static String charsetUsed(Part root) {
        Set<String> sayNothing = Set.of("", "utf-8", "us-ascii");
        return root.all().stream()
                .map(part -> part.charset().toLowerCase(Locale.ROOT))
                .filter(charset -> !sayNothing.contains(charset))
                .findFirst()
                .orElse("");
    }
}
