package fr.aubette.answer.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.answer.CannotLeave;
import fr.aubette.answer.Mailbox;
import fr.aubette.answer.Mails;
import fr.aubette.answer.Outgoing;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a text holds, it adds no header, no recipient and no body to a mail. */
class HeaderPropertyTest {

    private static final int ROUNDS = 3_000;

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\r\n\r\n",
            "\u2028",
            "\u2029",
            "\u0085",
            "\0",
            "\t",
            "Bcc: victim@example.org",
            "\r\nBcc: victim@example.org",
            "\nTo: victim@example.org\n",
            "Content-Type: text/html",
            "=?utf-8?q?=0D=0ABcc:_a@example.org?=",
            "é",
            "œuvre",
            "🙂",
            "\u202E",
            ";",
            ",",
            "<",
            ">",
            "\"",
            "'",
            "\\",
            "..",
            "/",
            "a",
            "Objet",
            " ",
            "x".repeat(300),
            "%0d%0aBcc: a@example.org",
            "=0A",
            "@",
            "contact@departement.example",
            ".");

    private static final List<String> ALLOWED = List.of(
            "auto-submitted",
            "content-transfer-encoding",
            "content-type",
            "date",
            "from",
            "in-reply-to",
            "message-id",
            "mime-version",
            "references",
            "reply-to",
            "subject",
            "to",
            "x-auto-response-suppress");

    @Test
    void nothingWrittenIntoAHeaderCanAddAnother() throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Mailbox mailbox = Mails.mailbox(text(random), 25);
            Outgoing mail = Mails.outgoing(
                    mailbox,
                    "anne@example.org",
                    text(random),
                    text(random),
                    List.of(text(random), "m" + seed + "@example.org", text(random)),
                    text(random));
            byte[] wire = wire(mail, mailbox);
            String head = head(wire);

            assertThat(names(head))
                    .as("seed %d: %s", seed, head)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(ALLOWED);
            MimeMessage read = new MimeMessage(session(), new ByteArrayInputStream(wire));
            assertThat(Arrays.toString(read.getAllRecipients())).isEqualTo("[anne@example.org]");
            assertThat(read.getFrom()).hasSize(1);
            assertThat(read.getRecipients(Message.RecipientType.BCC)).isNull();
            assertThat(read.getMessageID()).isEqualTo("<" + mail.messageId() + ">");
            assertThat(read.getSubject() == null ? "" : read.getSubject()).doesNotContain("\r", "\n");
        }
    }

    @Test
    void noAddressHoldsMoreThanOne() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String address = "anne" + text(random) + "@example.org" + text(random);
            if (address.matches("[A-Za-z0-9.]+@[A-Za-z0-9.]+") || address.matches("anne['%=\\w.@]*")) {
                continue;
            }
            assertThatThrownBy(() -> Mails.outgoing(Mails.mailbox("", 25), address, "s", "t", List.of(), ""))
                    .as("seed %d: %s", seed, address)
                    .isInstanceOf(CannotLeave.class);
        }
    }

    @Test
    void noFileNameLeavesItsFolder() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            String name = Mails.fileName(text(new Random(seed)));
            assertThat(name)
                    .isNotBlank()
                    .doesNotContain("/", "\\", "\0", "\r", "\n")
                    .doesNotStartWith(".");
            assertThat(name.length()).isLessThanOrEqualTo(120);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static byte[] wire(Outgoing mail, Mailbox mailbox) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WrittenMail.of(mail, mailbox, session()).writeTo(out);
        return out.toByteArray();
    }

    private static String head(byte[] wire) {
        String all = new String(wire, StandardCharsets.ISO_8859_1);
        return all.substring(0, all.indexOf("\r\n\r\n"));
    }

    private static List<String> names(String head) {
        return Arrays.stream(head.split("\r\n|\r|\n"))
                .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
                .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }
}
