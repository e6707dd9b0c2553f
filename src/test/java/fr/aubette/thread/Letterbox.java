package fr.aubette.thread;

import fr.aubette.model.CitizenId;
import fr.aubette.model.Classification;
import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A mail in the making, as the stages before threading hand it on. */
final class Letterbox {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private String messageId = UUID.randomUUID() + "@example.org";
    private String inReplyTo = "";
    private List<String> references = List.of();
    private List<String> recipients = List.of("contact@departement.example");
    private String from = "anne.martin@example.org";
    private String name = "Anne Martin";
    private String subject = "Demande d'APA";
    private String text = "Bonjour, je souhaite une aide pour ma mère.";
    private String motive = "APA";
    private boolean danger;
    private Instant at = NOW;
    private Optional<CitizenId> citizen = Optional.empty();
    private String source = "contact";

    static Letterbox mail() {
        return new Letterbox();
    }

    Letterbox from(String address, String displayName) {
        from = address;
        name = displayName;
        return this;
    }

    Letterbox citizen(CitizenId known) {
        citizen = Optional.of(known);
        return this;
    }

    Letterbox subject(String line) {
        subject = line;
        return this;
    }

    Letterbox text(String words) {
        text = words;
        return this;
    }

    Letterbox to(String... addresses) {
        recipients = List.of(addresses);
        return this;
    }

    Letterbox messageId(String id) {
        messageId = id;
        return this;
    }

    Letterbox inReplyTo(String id) {
        inReplyTo = id;
        return this;
    }

    Letterbox references(String... ids) {
        references = List.of(ids);
        return this;
    }

    Letterbox motive(String code) {
        motive = code;
        return this;
    }

    Letterbox inDanger() {
        danger = true;
        return this;
    }

    Letterbox after(Duration time) {
        at = NOW.plus(time);
        return this;
    }

    Letterbox source(String mailbox) {
        source = mailbox;
        return this;
    }

    Contact contact() {
        Mail.Nature nature = inReplyTo.isEmpty() && references.isEmpty() && !subject.matches("(?i)re ?:.*")
                ? Mail.Nature.REQUEST
                : Mail.Nature.REPLY;
        Mail mail = new Mail(
                Optional.of(messageId).filter(id -> !id.isEmpty()),
                inReplyTo.isEmpty() ? List.of() : List.of(inReplyTo),
                references,
                recipients,
                nature,
                Optional.empty(),
                fresh(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Mail.Protection.NONE);
        Person person = new Person(
                Optional.of(name).filter(words -> !words.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(from),
                Optional.empty());
        return new Contact(mail, at, subject, text, person, Optional.empty(), List.of(), List.of());
    }

    /** As the reader of mails tells it: up to the first line about a quote. */
    private Optional<String> fresh() {
        String[] parts = text.split("(?m)^(?:Le .* a écrit :|De : .*|-+Message d'origine-+)$", 2);
        return parts.length == 1 ? Optional.empty() : Optional.of(parts[0].strip());
    }

    Classified classified() {
        Contact contact = contact();
        Identity identity = new Identity(
                citizen.isPresent() ? Identity.Certainty.KNOWN : Identity.Certainty.NEW, citizen, List.of(), List.of());
        Matter matter = new Matter(motive, 0.9, danger, subject, text, List.of());
        return new Classified(
                new Identified(new Normalised(new IntakeId(UUID.randomUUID()), source, contact), identity),
                new Classification(List.of(matter), Optional.empty()));
    }
}
