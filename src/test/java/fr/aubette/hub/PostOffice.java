package fr.aubette.hub;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * The mail server of the hub's tests: what the mailbox {@code essai} sends can be read here, and what came to it
 * fetched.
 */
public final class PostOffice {

    /** Where citizens write to. */
    public static final String ADDRESS = "essai@departement.example";

    private static final GreenMail SERVER = start();

    private PostOffice() {}

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        return server;
    }

    public static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** An entry of a mailbox of {@code channels.yaml} that fetches what {@link #arrives} there. */
    public static Map<String, String> mailbox() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(SERVER.getImap().getPort()),
                "protocol", "imap",
                "user", ADDRESS,
                "password", ADDRESS,
                "idle", "false",
                "delay", "200ms");
    }

    /** Lays a mail into the mailbox, as having come at this moment. */
    public static void arrives(String mail, Instant at) throws Exception {
        GreenMailUser user = SERVER.setUser(ADDRESS, ADDRESS);
        MimeMessage message = GreenMailUtil.newMimeMessage(mail);
        SERVER.getManagers().getImapHostManager().getInbox(user).appendMessage(message, new Flags(), Date.from(at));
    }

    /** Mails to this address, in order of arrival. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> Arrays.toString(recipients(mail)).contains(address))
                .toList();
    }

    public static List<MimeMessage> all() {
        return List.of(SERVER.getReceivedMessages());
    }

    /** A mail as it came over the wire. */
    public static String raw(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail);
    }

    private static Object[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
