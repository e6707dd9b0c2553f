package fr.aubette.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A mailbox to try with: one sends to it by SMTP, the hub reads it by IMAP. It keeps its mails in memory only. */
public class DemoMailbox implements AutoCloseable {

    /** The mailbox's address. */
    public static final String ADDRESS = "contact@departement.example";

    /** Its user and password: on loopback only, for the demonstration only. */
    public static final String USER = "contact";

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;

    /** Starts it on these ports of loopback. */
    public DemoMailbox(int smtpPort, int imapPort) {
        ServerSetup smtp = new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        server = new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(GreenMailConfiguration.aConfig().withUser(ADDRESS, USER, USER));
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }
}
