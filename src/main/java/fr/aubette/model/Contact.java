package fr.aubette.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing a citizen said to the administration, the same shape whichever channel carried it.
 *
 * @param channel how it came, with what only that channel knows
 * @param receivedAt when the administration's equipment first saw it (UTC), not when this program did
 * @param subject one line for the agent's list; at most {@value #MAX_SUBJECT} characters, never blank
 * @param text what was said, as plain text without NUL; empty for an unanswered call
 * @param requester who asks
 * @param beneficiary for whom, when it is not the requester
 * @param caseFiles numbers of files in the directorates' own software that it quotes, as written
 * @param attachments files that came with it
 */
public record Contact(
        Channel channel,
        Instant receivedAt,
        String subject,
        String text,
        Person requester,
        Optional<Person> beneficiary,
        List<String> caseFiles,
        List<Attachment> attachments) {

    /** Longest subject, in UTF-16 code units: the width of {@code contact.subject}. */
    public static final int MAX_SUBJECT = 200;

    /**
     * Refuses what no later stage could handle.
     *
     * @throws IllegalArgumentException if the subject is blank or too long, or a text holds a NUL
     */
    public Contact {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("subject must not be blank");
        }
        if (subject.length() > MAX_SUBJECT) {
            throw new IllegalArgumentException("subject has " + subject.length() + " characters, over " + MAX_SUBJECT);
        }
        if (subject.indexOf('\0') >= 0 || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("subject and text must not hold a NUL");
        }
        caseFiles = List.copyOf(caseFiles);
        attachments = List.copyOf(attachments);
    }
}
