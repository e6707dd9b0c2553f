package fr.aubette.answer;

import fr.aubette.model.Content;
import java.util.List;
import java.util.Optional;

/**
 * A mail that may leave. Only the gate makes one. Whatever it says fits one header line each: no control character is
 * left in a header's text, no address or identity is anything but plain.
 */
public final class Outgoing {

    private final AnswerId id;
    private final String mailbox;
    private final String sender;
    private final String failuresTo;
    private final String replyTo;
    private final String recipient;
    private final String subject;
    private final String text;
    private final String messageId;
    private final List<String> references;
    private final boolean automatic;
    private final List<Enclosed> files;

    /** A file to enclose. */
    public record Enclosed(String name, String mediaType, Content content) {}

    Outgoing(
            AnswerId id,
            String mailbox,
            Mailbox from,
            String number,
            String recipient,
            String subject,
            String text,
            List<String> references,
            boolean automatic,
            List<Enclosed> files) {
        this.id = id;
        this.mailbox = mailbox;
        this.sender = plain(from.address());
        this.failuresTo = plain(from.tagged(Addresses.failureTag(number, id)));
        this.replyTo = plain(from.tagged(number.toLowerCase(java.util.Locale.ROOT)));
        this.recipient = plain(recipient);
        this.subject = oneLine(subject).replace('\\', '/');
        this.text = text.replace("\0", "");
        this.messageId = messageId(id, from);
        this.references =
                references.stream().filter(Outgoing::isIdentity).distinct().toList();
        this.automatic = automatic;
        this.files = files.stream()
                .map(each -> new Enclosed(oneLine(each.name()), oneLine(each.mediaType()), each.content()))
                .toList();
    }

    /** Ours for ever, however often it is sent again. */
    static String messageId(AnswerId id, Mailbox from) {
        return id + "@" + from.domain();
    }

    /** The same text without anything that could end a header's line or hide in it, not even once it is decoded. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .replace("=?", "= ?")
                .strip();
    }

    private static boolean isIdentity(String messageId) {
        return messageId.length() <= 900
                && messageId.matches("[\\x21-\\x7e&&[^<>()\\[\\],;:\\\\\"]]+@?[\\x21-\\x7e&&[^<>()\\[\\],;\\\\\"]]*");
    }

    private static String plain(String address) {
        if (!Addresses.isPlain(address)) {
            throw new CannotLeave(Stop.of(Stop.Why.ADDRESS));
        }
        return address;
    }

    public AnswerId id() {
        return id;
    }

    /** Name of the mailbox whose server carries it. */
    public String mailbox() {
        return mailbox;
    }

    /** The address that citizens read. */
    public String sender() {
        return sender;
    }

    /** The envelope's return path. */
    public String failuresTo() {
        return failuresTo;
    }

    public String replyTo() {
        return replyTo;
    }

    public String recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    /** Without angle brackets. */
    public String messageId() {
        return messageId;
    }

    /** Mails of its thread without angle brackets, the one that it answers last. */
    public List<String> references() {
        return references;
    }

    /** The mail that it answers. */
    public Optional<String> inReplyTo() {
        return references.isEmpty() ? Optional.empty() : Optional.of(references.get(references.size() - 1));
    }

    /** Whether the program, not a person, wrote it (RFC 3834). */
    public boolean automatic() {
        return automatic;
    }

    public List<Enclosed> files() {
        return files;
    }
}
