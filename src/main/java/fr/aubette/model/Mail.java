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
 * @param html the HTML alternative as received, neither cleaned nor fit to show; empty when there is none
 */
public record Mail(
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        List<String> recipients,
        Nature nature,
        Optional<String> html)
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
        CALENDAR;

        /** Whether a machine wrote it: it opens no ticket and gets no answer. */
        public boolean fromMachine() {
            return this == BOUNCE || this == FEEDBACK || this == AUTO_REPLY || this == MAILING;
        }
    }

    public Mail {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        recipients = List.copyOf(recipients);
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
