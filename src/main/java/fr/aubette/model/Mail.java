package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * An e-mail.
 *
 * @param messageId the RFC 5322 Message-ID without angle brackets; empty when the mail has none
 * @param inReplyTo Message-IDs that this mail answers, without brackets
 * @param references Message-IDs of its thread, oldest first, without brackets
 * @param recipients addresses of To and Cc, lower case
 * @param nature what kind of mail it is; only {@link Nature#REQUEST} and {@link Nature#REPLY} come from a person
 * @param html the HTML that its text was drawn from, cleaned of all that runs, fetches or hides; empty when it came as
 *     plain text too
 * @param newText what it newly says, without what it quotes and signs; empty when that is its whole text
 * @param forwardedBy the agent, by address, who passed it on: the contact's requester is then who first wrote it
 * @param delivery what a {@link Nature#BOUNCE} says of the mail that it gives back
 * @param authentication what our own mail server found of its sender; empty when it says nothing
 * @param protection whether it came signed or encrypted
 */
public record Mail(
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        List<String> recipients,
        Nature nature,
        Optional<String> html,
        Optional<String> newText,
        Optional<String> forwardedBy,
        Optional<Delivery> delivery,
        List<Authentication> authentication,
        Protection protection)
        implements Channel {

    /**
     * What a mail is, after RFC 3834 (automatic replies), RFC 3464 (delivery reports), RFC 5965 (complaints passed on
     * by a mailbox provider) and RFC 2369 (lists).
     */
    public enum Nature {
        REQUEST,
        REPLY,
        BOUNCE,
        FEEDBACK,
        AUTO_REPLY,
        MAILING,
        CALENDAR,
        /** An exchange's notice of a message on its voicemail, with the sound: the call has its own contact. */
        VOICE_MESSAGE;

        /** Whether a machine wrote it: it opens no ticket and gets no answer. */
        public boolean fromMachine() {
            return this == BOUNCE || this == FEEDBACK || this == AUTO_REPLY || this == MAILING || this == VOICE_MESSAGE;
        }
    }

    /** Whether a mail's words are under seal. A signature is seen, not verified. */
    public enum Protection {
        NONE,
        SIGNED,
        ENCRYPTED
    }

    /**
     * A delivery report (RFC 3464), or what a server wrote in its stead.
     *
     * @param messageId of the mail that it is about, without brackets; empty when it does not say
     * @param failures each recipient that it names
     */
    public record Delivery(Optional<String> messageId, List<Failure> failures) {

        public Delivery {
            failures = List.copyOf(failures);
        }

        /** Status codes, each once, for example {@code 5.1.1}; empty when it gives none. */
        public List<String> codes() {
            return failures.stream()
                    .flatMap(failure -> failure.status().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * What became of a mail for one recipient.
     *
     * @param recipient address in lower case; empty when the report does not say
     * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}; empty when
     *     unsaid
     * @param status enhanced status code (RFC 3463); 4 passes, 5 stays
     */
    public record Failure(Optional<String> recipient, Optional<String> action, Optional<String> status) {}

    /**
     * One check of the sender by a mail server that we trust (RFC 8601).
     *
     * @param method {@code spf}, {@code dkim} or {@code dmarc}
     * @param result {@code pass}, {@code fail}, {@code softfail}, {@code none}…
     * @param domain that was checked; empty when unsaid
     */
    public record Authentication(String method, String result, Optional<String> domain) {}

    public Mail {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        recipients = List.copyOf(recipients);
        // an earlier version kept mails without these two
        authentication = authentication == null ? List.of() : List.copyOf(authentication);
        protection = protection == null ? Protection.NONE : protection;
    }

    /** A mail of which no more is known than its header says. */
    public Mail(
            Optional<String> messageId,
            List<String> inReplyTo,
            List<String> references,
            List<String> recipients,
            Nature nature,
            Optional<String> html) {
        this(
                messageId,
                inReplyTo,
                references,
                recipients,
                nature,
                html,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Protection.NONE);
    }

    /** What the checks of our own server together say of the sender's address. */
    public enum SenderCheck {
        PROVEN,
        DOUBTFUL,
        UNKNOWN
    }

    /** DMARC decides, since it alone is about the address that people see; without it only failures tell. */
    public SenderCheck senderCheck() {
        if (found("dmarc", "pass")) {
            return SenderCheck.PROVEN;
        }
        boolean failed = found("spf", "fail") || found("spf", "softfail") || found("dkim", "fail");
        boolean passed = found("spf", "pass") || found("dkim", "pass");
        return found("dmarc", "fail") || failed && !passed ? SenderCheck.DOUBTFUL : SenderCheck.UNKNOWN;
    }

    private boolean found(String method, String result) {
        return authentication.stream()
                .anyMatch(
                        check -> check.method().equals(method) && check.result().equals(result));
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.mail(this);
    }
}
