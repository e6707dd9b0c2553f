package fr.aubette.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.model.Contact;
import fr.aubette.model.Mail;
import java.util.List;

/** What a mail says, once more in flat fields, for scorers and filters that know nothing else of the hub. */
final class MailFields {

    private static final String NO_SUBJECT = "(sans objet)";

    private MailFields() {}

    /** Adds them. */
    static void addTo(ObjectNode line, Contact contact, Mail mail) {
        line.put("from_addr", first(contact.requester().mails()))
                .put("from_name", contact.requester().name().orElse(""))
                .put("subject", contact.subject().equals(NO_SUBJECT) ? "" : contact.subject())
                .put("body_text", contact.text())
                .put("reply_text", mail.newText().orElse(contact.text()))
                .put("reply_to_id", first(mail.inReplyTo()))
                .put("kind", kind(mail.nature()));
        ArrayNode attachments = line.putArray("attachments");
        contact.attachments()
                .forEach(
                        each -> attachments.addObject().put("name", each.name()).put("size", each.size()));
        ArrayNode codes = line.putArray("status_codes");
        mail.delivery().map(Mail.Delivery::codes).orElse(List.of()).forEach(codes::add);
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String kind(Mail.Nature nature) {
        return switch (nature) {
            case REQUEST, REPLY, CALENDAR -> "human";
            case BOUNCE -> "bounce";
            case FEEDBACK -> "feedback";
            case AUTO_REPLY, VOICE_MESSAGE -> "auto_reply";
            case MAILING -> "bulk";
        };
    }
}
