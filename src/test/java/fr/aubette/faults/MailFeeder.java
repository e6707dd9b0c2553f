package fr.aubette.faults;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionTimeoutException;

/** A mailbox outside the hub, which reads it by IMAP: a mail that it marks seen is acknowledged. */
final class MailFeeder implements Feeder {

    static final String USER = "contact";

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GreenMail server;
    private final GreenMailUser mailbox;
    private final Map<String, Long> placed = new ConcurrentHashMap<>();

    MailFeeder(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        mailbox = server.setUser("contact@departement.example", USER, USER);
    }

    @Override
    public String channel() {
        return "mail";
    }

    @Override
    public boolean offer(String marker) throws IOException {
        try {
            MailFolder inbox = server.getManagers().getImapHostManager().getInbox(mailbox);
            Long uid = placed.get(marker);
            if (uid == null) {
                uid = inbox.appendMessage(mail(marker), new Flags(), new java.util.Date());
                placed.put(marker, uid);
            }
            return seen(inbox, uid);
        } catch (MessagingException e) {
            throw new IOException(e);
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IOException(e);
        }
    }

    /** What the server's own threads throw when a killed hub's line breaks is not the feeder's business. */
    private static boolean seen(MailFolder inbox, long uid) {
        try {
            await().dontCatchUncaughtExceptions()
                    .pollInterval(LOOK)
                    .atMost(PATIENCE)
                    .until(() -> {
                        StoredMessage mail = inbox.getMessage(uid);
                        return mail == null || mail.isSet(Flags.Flag.SEEN);
                    });
            return true;
        } catch (ConditionTimeoutException unseen) {
            return false;
        }
    }

    private static MimeMessage mail(String marker) throws MessagingException {
        String text = "From: Camille Renard <" + marker.toLowerCase(java.util.Locale.ROOT) + "@example.org>\r\n"
                + "To: contact@departement.example\r\n"
                + "Subject: Nid-de-poule " + marker + "\r\n"
                + "Message-ID: <" + marker + "@example.org>\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "Bonjour, un nid-de-poule sur la route départementale 912.\r\n";
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
