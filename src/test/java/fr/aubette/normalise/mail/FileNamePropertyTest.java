package fr.aubette.normalise.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Attachment;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Names made of the pieces that have ever led a file out of its folder, in every way a mail can write a name. */
class FileNamePropertyTest {

    private static final int NAMES = 400;
    private static final List<String> PIECES = List.of(
            "..",
            "../",
            "..\\",
            "/",
            "\\",
            "//",
            "C:",
            "c:\\",
            "~",
            "~root",
            ".",
            " ",
            "%2e%2e%2f",
            "%00",
            "\0",
            "\r\n",
            "\t",
            "con",
            "NUL",
            "COM1",
            "aux.txt",
            "etc/passwd",
            "win.ini",
            ":$DATA",
            "\u202e",
            "\u2215",
            "\uff0f",
            "\ufe68",
            "\u2024\u2024",
            "é",
            "e\u0301",
            "😀",
            "|",
            "`id`",
            "$(id)",
            "<script>",
            "\"",
            "'",
            ";",
            "=",
            "a",
            ".pdf",
            "x".repeat(300),
            "=?utf-8?Q?..=2F?=",
            "=?utf-8?B?Li4v?=",
            "-rf",
            "*",
            "?",
            "\u0085",
            "\u2028");

    @TempDir
    Path folder;

    @RepeatedTest(5)
    void staysInItsFolderWhateverItsNameIs(RepetitionInfo round) throws IOException {
        Random random = new Random(round.getCurrentRepetition());
        for (int i = 0; i < NAMES; i++) {
            String name = name(random);
            for (Attachment file : Mails.read(Content.of(mail(name, random))).attachments()) {
                Path path = folder.resolve(file.name());

                assertThat(path.normalize().getParent()).as(name).isEqualTo(folder);
                assertThat(file.name()).as(name).doesNotContainPattern("[\\p{Cntrl}/\\\\:<>|*?\"\u202e]");
                Files.write(path, new byte[0]);
                assertThat(path.toRealPath().getParent()).isEqualTo(folder.toRealPath());
                Files.delete(path);
            }
        }
    }

    @RepeatedTest(5)
    void addsNoLineToWhatNamesIt(RepetitionInfo round) {
        Random random = new Random(-round.getCurrentRepetition());
        for (int i = 0; i < NAMES; i++) {
            Contact contact = Mails.read(Content.of(mail(name(random), random)));

            assertThat(contact.subject()).doesNotContain("\r", "\n");
            assertThat(contact.attachments())
                    .allSatisfy(file -> assertThat(file.name()).doesNotContain("\r", "\n"));
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i <= random.nextInt(6); i++) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }

    private static byte[] mail(String name, Random random) {
        String written = switch (random.nextInt(5)) {
            case 0 -> "Content-Disposition: attachment; filename=\"" + name.replace("\"", "\\\"") + "\"";
            case 1 -> "Content-Type: application/pdf; name=" + name;
            case 2 -> "Content-Disposition: attachment; filename*=utf-8''" + percent(name);
            case 3 -> "Content-Disposition: attachment; filename=\"=?utf-8?B?" + base64(name) + "?=\"";
            default -> "Content-Disposition: attachment; filename*0*=utf-8''" + percent(name) + "; filename*1=\"../x\"";
        };
        String mail = "From: a@example.org\r\nSubject: " + name
                + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + written + "\r\n\r\nx\r\n--b--\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    private static String percent(String name) {
        StringBuilder out = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            out.append("%%%02X".formatted(each & 0xff));
        }
        return out.toString();
    }

    private static String base64(String name) {
        return Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }
}
