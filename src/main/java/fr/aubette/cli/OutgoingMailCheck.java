package fr.aubette.cli;

import fr.aubette.answer.Mailbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Whether an outgoing mailbox's server greets; nothing is sent and nobody signs in. */
record OutgoingMailCheck(Mailbox mailbox) implements Check {

    private static final int MILLIS = 4_000;

    /** What there is to say while no mailbox is configured. */
    static Finding none() {
        return Finding.warning(
                new Said(
                        "no outgoing mailbox: answers are kept, nothing leaves", "aucune boîte d'envoi : rien ne part"),
                new Said("set aubette.answer.mailboxes", "réglez aubette.answer.mailboxes"));
    }

    @Override
    public Finding look() {
        String place = mailbox.host() + ":" + mailbox.port();
        try (Socket line = new Socket()) {
            line.connect(new InetSocketAddress(mailbox.host(), mailbox.port()), MILLIS);
            line.setSoTimeout(MILLIS);
            return mailbox.tls() == Mailbox.Tls.TLS || greets(line)
                    ? Finding.ok(place + " answers", place + " répond")
                    : wrong(place, "is no SMTP server", "n'est pas un serveur SMTP");
        } catch (IOException e) {
            return wrong(place, "does not answer: " + e.getMessage(), "ne répond pas : " + e.getMessage());
        }
    }

    private static boolean greets(Socket line) throws IOException {
        byte[] start = line.getInputStream().readNBytes(3);
        return new String(start, StandardCharsets.US_ASCII).equals("220");
    }

    private static Finding wrong(String place, String english, String french) {
        return Finding.failure(
                new Said(place + " " + english, place + " " + french),
                new Said(
                        "check host, port and tls under aubette.answer.mailboxes",
                        "vérifiez host, port et tls sous aubette.answer.mailboxes"));
    }
}
