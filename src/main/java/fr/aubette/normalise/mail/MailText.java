package fr.aubette.normalise.mail;

import fr.aubette.normalise.mail.reply.Marks;
import fr.aubette.normalise.mail.reply.NewText;
import java.util.Optional;
import java.util.Set;

/**
 * What a mail says, out of its parts: plain text where there is some, else the text of its HTML.
 *
 * @param marked the text with the {@link Marks} of its HTML
 * @param html the first HTML part, fit to show
 * @param bodies the parts that were read as text: all others are attachments
 */
record MailText(String marked, Optional<String> html, Set<Part> bodies) {

    static MailText of(Part root) {
        BodyText body = new BodyText();
        return new MailText(body.of(root).strip(), body.shown(), body.parts());
    }

    /** The whole text, lines ended by a line feed. */
    String text() {
        return Marks.removed(marked);
    }

    /** What is newly said in this marked text; empty when that is all of this whole text. */
    static Optional<String> newIn(String marked, String whole) {
        String newText = NewText.of(marked);
        return newText.equals(whole) ? Optional.empty() : Optional.of(newText);
    }
}
