package fr.aubette.normalise.mail;

import fr.aubette.model.Refused;
import fr.aubette.normalise.mail.reply.Forwarded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * The mail that an agent passed on, in the text of hers or attached to it: the citizen is who wrote this one.
 *
 * @param sender who wrote it
 * @param text what it says, with its marks
 * @param attached whether it came as a file: its text is then no part of the agent's
 */
record Original(Addresses.Mailbox sender, String text, boolean attached) {

    /**
     * Finds it; empty when nothing was passed on, or when who wrote it cannot be told or is an agent too.
     *
     * @param marked the agent's text
     */
    static Optional<Original> of(Part root, String subject, String marked, MailSettings settings) {
        return attached(root)
                .or(() -> Forwarded.in(marked, subject)
                        .flatMap(found -> Addresses.first(HeaderText.asDecoded(found.from()), "utf-8")
                                .map(sender -> new Original(sender, found.text(), false))))
                .filter(found -> found.sender
                        .address()
                        .filter(address -> !settings.isAgent(address))
                        .isPresent());
    }

    private static Optional<Original> attached(Part root) {
        return root.all().stream()
                .filter(part -> part.is("message/rfc822") && part.body().keptBytes() > 0)
                .findFirst()
                .flatMap(Original::inside);
    }

    private static Optional<Original> inside(Part part) {
        try {
            Part inner = MimeReader.read(new ByteArrayInputStream(part.body().bytes()));
            Seals.open(inner);
            return inner.headers
                    .first("from")
                    .flatMap(from -> Addresses.first(from, inner.charset()))
                    .map(sender -> new Original(sender, new BodyText().of(inner).strip(), true));
        } catch (IOException | Refused unreadable) {
            return Optional.empty();
        }
    }
}
