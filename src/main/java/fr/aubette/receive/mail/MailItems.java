package fr.aubette.receive.mail;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes an item of a mail in a mailbox: its bytes as they are, whatever they are.
 *
 * <p>Two facts say what is not whole: {@code oversize} (its size in bytes; the content is its start) and
 * {@code unreadable} (the server failed to hand it over {@value Suspects#PATIENCE} times; the content is empty).
 */
@Component("mailItems")
public class MailItems {

    /** Name of the fact that says of which phone line this mailbox gets the voicemail. */
    private static final String VOICEMAIL_OF = "voicemailOf";

    private final Clock clock;

    MailItems(Clock clock) {
        this.clock = clock;
    }

    /**
     * The item of this mail.
     *
     * @param source the mailbox' name in {@code config/channels.yaml}
     * @param voicemailOf the phone line whose voicemail is told to this mailbox; blank for none
     */
    public RawItem toItem(Object fetched, String source, String voicemailOf) {
        FetchedMail mail = (FetchedMail) fetched;
        Map<String, String> facts = new HashMap<>(Map.of("folder", mail.folder(), "uid", mail.place()));
        mail.bytes().flatMap(MailBytes::cutFrom).ifPresent(size -> facts.put("oversize", size.toString()));
        if (!voicemailOf.isBlank()) {
            facts.put(VOICEMAIL_OF, voicemailOf);
        }
        if (mail.bytes().isEmpty()) {
            facts.put("unreadable", mail.failure());
        }
        return new RawItem(
                ChannelKind.MAIL,
                source,
                mail.mailbox() + ":" + mail.bytes().map(MailBytes::identity).orElse("uid:" + mail.place()),
                mail.arrivedAt().orElseGet(clock::instant),
                "message/rfc822",
                facts,
                mail.bytes().map(MailBytes::content).orElseGet(() -> Content.of(new byte[0])));
    }
}
