package fr.aubette.answer.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.aubette.answer.Carrier.NotCarried;
import fr.aubette.answer.Mailbox;
import fr.aubette.answer.Mails;
import fr.aubette.answer.Outgoing;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmtpCarrierTest {

    @Test
    void handsOverAMailWithItsFileUnderOurOwnIdentity() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Mailbox mailbox =
                    Mails.mailbox("Département de l'Exemple", server.getSmtp().getPort());
            Outgoing mail = mail(mailbox, "plan d’accès.pdf");

            new SmtpCarrier(Mails.settings(mailbox)).carry(mail);

            MimeMessage got = server.getReceivedMessages()[0];
            assertThat(got.getMessageID()).isEqualTo("<" + mail.messageId() + ">");
            assertThat(got.getHeader("References", " ")).contains("<q@example.org>");
            assertThat(got.getHeader("Return-Path", ""))
                    .contains("contact+aub-2026-000123-h." + mail.id().shortForm());
            assertThat(got.getReplyTo()[0].toString()).contains("contact+aub-2026-000123-h@departement.example");
            assertThat(got.getContentType()).startsWith("multipart/mixed");
        } finally {
            server.stop();
        }
    }

    @Test
    void knowsARefusalForGoodFromOneForNow() throws Exception {
        assertThat(answered(Map.of("RCPT", "550 5.1.1 no such user")).forGood()).isTrue();
        assertThat(answered(Map.of("RCPT", "450 4.2.0 greylisted")).forGood()).isFalse();
        assertThat(answered(Map.of("DATA", "554 5.7.1 looks like spam")).forGood())
                .isTrue();
        assertThat(answered(Map.of("MAIL", "550 5.7.1 sender not allowed")).forGood())
                .isFalse();
        assertThat(answered(Map.of("EHLO", "421 4.3.2 shutting down", "HELO", "421 4.3.2 shutting down"))
                        .forGood())
                .isFalse();
    }

    @Test
    void triesAgainWhenNobodyAnswers() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        assertThat(refusal(Mails.mailbox("", nobody)).forGood()).isFalse();
    }

    private static Outgoing mail(Mailbox mailbox, String file) {
        return Mails.outgoing(mailbox, "anne@example.org", "Votre demande", "Bonjour", List.of("q@example.org"), file);
    }

    private static NotCarried refusal(Mailbox mailbox) {
        return catchThrowableOfType(
                NotCarried.class, () -> new SmtpCarrier(Mails.settings(mailbox)).carry(mail(mailbox, "")));
    }

    /** A server of a few lines that answers one command so. */
    private static NotCarried answered(Map<String, String> answers) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread talk = new Thread(() -> talk(server, answers));
            talk.start();
            NotCarried refusal = refusal(Mails.mailbox("", server.getLocalPort()));
            server.close();
            talk.join(5_000);
            return refusal;
        }
    }

    private static void talk(ServerSocket server, Map<String, String> answers) {
        try (Socket client = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
                say(client, answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok"));
                if (command.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
