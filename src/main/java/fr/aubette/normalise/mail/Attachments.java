package fr.aubette.normalise.mail;

import fr.aubette.model.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The files of a mail: every leaf that was not read as its text. */
final class Attachments {

    private static final int MAX_MEDIA_TYPE = 100;
    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/feedback-report",
            "message/disposition-notification",
            "message/global-delivery-status");

    private Attachments() {}

    static List<Attachment> of(Part root, Set<Part> bodies, String hint) {
        return root.all().stream()
                .filter(part -> part.children.isEmpty() && (part.isNamed() || !bodies.contains(part)) && isFile(part))
                .map(part -> new Attachment(
                        name(part, hint), mediaType(part), part.body().size()))
                .toList();
    }

    private static boolean isFile(Part part) {
        boolean otherForm = part.mediaType().startsWith("text/")
                && !part.isDeclaredAttachment()
                && !part.isNamed()
                && !part.is("text/calendar");
        boolean nothing = part.body().size() == 0 && !part.isNamed();
        return !otherForm && !nothing && !part.isMultipart() && !REPORTS.contains(part.mediaType());
    }

    private static String name(Part part, String hint) {
        return FileNames.safe(
                part.rawName().map(raw -> HeaderText.decode(raw, hint)).orElseGet(() -> nameOfOurs(part, hint)));
    }

    private static String nameOfOurs(Part part, String hint) {
        if (part.is("message/rfc822")) {
            return forwardedSubject(part, hint);
        }
        return part.is("text/calendar") ? "invitation.ics" : FileNames.UNNAMED;
    }

    /** A mail inside the mail is named after its subject. */
    private static String forwardedSubject(Part part, String hint) {
        try {
            Part inner = MimeReader.read(new ByteArrayInputStream(part.body().bytes()));
            String subject = HeaderText.decode(inner.headers.first("subject").orElse("courriel"), hint);
            return Clean.line(subject).replaceAll("[/\\\\]", " ") + ".eml";
        } catch (IOException | fr.aubette.model.Refused unreadable) {
            return "courriel.eml";
        }
    }

    private static String mediaType(Part part) {
        return Clean.line(part.mediaType(), MAX_MEDIA_TYPE);
    }
}
