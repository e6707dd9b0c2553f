package fr.aubette.hub;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** The SMTP server of the hub's tests: what the mailbox {@code essai} sends can be read here. */
public final class PostOffice {

    /** Where citizens write to. */
    public static final String ADDRESS = "essai@departement.example";

    private static final GreenMail SERVER = start();

    private PostOffice() {}

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    public static int port() {
        return SERVER.getSmtp().getPort();
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
