package fr.aubette.receive.mail;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes an item of a mail in a mailbox: its bytes as they are, whatever they are.
 *
 * <p>Two kinds of mail are given as items to be quarantined, with a fact that says why, so that they neither fill the
 * memory nor come back for ever: {@code oversize} (its size in bytes; the content is its start) and {@code unreadable}
 * (the server failed to hand it over {@value FetchFailures#PATIENCE} times; the content is empty). Both stay in the
 * mailbox.
 */
@Component("mailItems")
public class MailItems {

    private static final Logger LOG = LoggerFactory.getLogger(MailItems.class);

    private final Clock clock;
    private final FetchFailures failures = new FetchFailures();

    MailItems(Clock clock) {
        this.clock = clock;
    }

    /**
     * The item of the mail that this exchange carries. The exchange forgets the mail's own header fields, because Camel
     * would obey a sender's {@code delete} or {@code moveTo}; its property {@code moveTo} is ours.
     *
     * @param source the mailbox' name in {@code config/channels.yaml}
     * @param maxSize longest mail taken whole, in bytes
     * @throws MessagingException if the server did not hand it over; it stays unseen and is offered again
     */
    public RawItem toItem(Exchange exchange, String source, int maxSize) throws MessagingException, IOException {
        Message mail = exchange.getIn(MailMessage.class).getOriginalMessage();
        MailConfiguration from = ((MailEndpoint) exchange.getFromEndpoint()).getConfiguration();
        exchange.setIn(afterwards(exchange));
        String mailbox = from.getUsername() + "/" + from.getFolderName();
        fetchFacts(mail);
        String place = place(mail);
        Map<String, String> facts = new HashMap<>(Map.of("folder", from.getFolderName(), "uid", place));
        try {
            MailBytes bytes = MailBytes.of(mail, maxSize);
            failures.forget(mailbox, place);
            if (bytes.isCut()) {
                facts.put("oversize", Long.toString(bytes.size()));
            }
            return item(source, mailbox + ":" + bytes.identity(), receivedAt(mail), facts, bytes.content());
        } catch (MessagingException | IOException | RuntimeException failed) {
            if (!mail.getFolder().isOpen() || !failures.endPatience(mailbox, place)) {
                throw failed;
            }
            facts.put("unreadable", failed.getClass().getSimpleName());
            return item(source, mailbox + ":uid:" + place, clock.instant(), facts, new byte[0]);
        }
    }

    /** A message that only says where the mail goes once it is taken, when the route says so. */
    private static DefaultMessage afterwards(Exchange exchange) {
        DefaultMessage message = new DefaultMessage(exchange);
        String moveTo = exchange.getProperty(MailConstants.MAIL_MOVE_TO, "", String.class);
        if (!moveTo.isBlank()) {
            message.setHeader(MailConstants.MAIL_MOVE_TO, moveTo);
        }
        return message;
    }

    private static RawItem item(
            String source, String reference, Instant receivedAt, Map<String, String> facts, byte[] bytes) {
        return new RawItem(ChannelKind.MAIL, source, reference, receivedAt, "message/rfc822", facts, Content.of(bytes));
    }

    /** When the server took it in; a mail's own Date is only what its sender claims. */
    private Instant receivedAt(Message mail) {
        try {
            Date arrived = mail.getReceivedDate();
            return arrived == null ? clock.instant() : arrived.toInstant();
        } catch (MessagingException | RuntimeException unknown) {
            return clock.instant();
        }
    }

    /** All that is asked of the server beside the bytes, in one round trip; its absence is no harm. */
    private static void fetchFacts(Message mail) {
        FetchProfile facts = new FetchProfile();
        facts.add(FetchProfile.Item.SIZE);
        facts.add(UIDFolder.FetchProfileItem.UID);
        facts.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        try {
            mail.getFolder().fetch(new Message[] {mail}, facts);
        } catch (MessagingException | RuntimeException oneByOne) {
            LOG.debug("facts of a mail are fetched one by one", oneByOne);
        }
    }

    /** Where the mail is in its folder, the same as long as the server keeps its promise: UIDVALIDITY.UID. */
    private static String place(Message mail) throws MessagingException {
        Folder folder = mail.getFolder();
        return folder instanceof UIDFolder uids && mail instanceof IMAPMessage
                ? uids.getUIDValidity() + "." + uids.getUID(mail)
                : Integer.toString(mail.getMessageNumber());
    }
}
