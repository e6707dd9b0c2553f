package fr.aubette.normalise.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Mail;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.mail.reply.NewText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * Reads a corpus of mails and writes what was understood of each, one JSON line a mail, for a scorer. Arguments: the
 * corpus' manifest (JSON lines with {@code path} and {@code format}), the file to write.
 */
final class MailCorpus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MailCorpus() {}

    public static void main(String[] args) throws IOException {
        Path manifest = Path.of(args[0]);
        try (PrintWriter out = new PrintWriter(args[1], StandardCharsets.UTF_8)) {
            for (String line : Files.readAllLines(manifest)) {
                JsonNode entry = JSON.readTree(line);
                Path file = manifest.resolveSibling(entry.get("path").asText());
                ObjectNode result =
                        JSON.createObjectNode().put("path", entry.get("path").asText());
                try {
                    read(file, entry.path("format").asText("eml"), result);
                } catch (RuntimeException | StackOverflowError failed) {
                    result.put("error", failed.toString());
                }
                out.println(result);
            }
        }
    }

    private static void read(Path file, String format, ObjectNode result) throws IOException {
        if (format.equals("text") && Boolean.getBoolean("bare")) {
            result.put("reply_text", NewText.of(Files.readString(file).replace("\r\n", "\n")));
            return;
        }
        RawItem item = new RawItem(
                ChannelKind.MAIL,
                "corpus",
                file.toString(),
                Instant.EPOCH,
                "message/rfc822",
                Map.of(),
                Content.of(file));
        Contact contact = new MailNormaliser(Mails.SETTINGS).normalise(item);
        Mail mail = (Mail) contact.channel();
        result.put("from_addr", contact.requester().mails().stream().findFirst().orElse(""));
        result.put("from_name", contact.requester().name().orElse(""));
        result.put("subject", contact.subject().equals("(sans objet)") ? "" : contact.subject());
        result.put("body_text", contact.text());
        mail.html()
                .ifPresent(
                        html -> result.put("body_html_text", Jsoup.parse(html).text()));
        result.put("reply_to_id", mail.inReplyTo().stream().findFirst().orElse(""));
        result.put("kind", mail.nature().name().toLowerCase(Locale.ROOT));
        result.put("reply_text", mail.newText().orElse(contact.text()));
        contact.attachments()
                .forEach(attachment -> result.withArray("attachments")
                        .addObject()
                        .put("name", attachment.name())
                        .put("size", attachment.size()));
    }
}
