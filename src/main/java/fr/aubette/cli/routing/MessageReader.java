package fr.aubette.cli.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.Channel;
import fr.aubette.model.Contact;
import fr.aubette.model.Counter;
import fr.aubette.model.Form;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import fr.aubette.model.Video;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of a file of messages; whatever is missing counts as empty. */
final class MessageReader {

    /** A form's category before its text: on a line of its own, or the first words of the only line. */
    private static final Pattern CATEGORY = Pattern.compile(
            "\\A\\s*catégorie(?: choisie)?\\s*:\\s*([^\\n.;|]{1,60}?)\\s*(?:\\n|[.;|]\\s|\\s[-–—]\\s|(?=\\smessage\\s*:)|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Instant SOME_DAY = Instant.parse("2026-11-02T08:00:00Z");

    private final ObjectMapper json = new ObjectMapper();

    /** What to do with the lines of a file. */
    interface Lines {

        void message(Message message);

        /** A line that is no message, and why. */
        void refused(int number, String why);
    }

    /** Each line that is not blank, in order. */
    void read(Path file, Lines each) throws IOException {
        try (BufferedReader lines = new BufferedReader(Utf8.reader(file))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    each.message(read(line, number));
                } catch (IllegalArgumentException e) {
                    each.refused(number, String.valueOf(e.getMessage()));
                }
            }
        }
    }

    /**
     * The message of this line.
     *
     * @throws IllegalArgumentException saying why the line is none
     */
    Message read(String line, int number) {
        JsonNode node = parse(line);
        if (!node.isObject()) {
            throw new IllegalArgumentException("not a JSON object / pas un objet JSON");
        }
        if (node.path("text").asText("").isBlank()
                && node.path("subject").asText("").isBlank()) {
            throw new IllegalArgumentException("neither text nor subject / ni texte ni objet");
        }
        return new Message(node.path("id").asText(String.valueOf(number)), identified(node), expected(node));
    }

    private JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON / pas du JSON : " + e.getOriginalMessage());
        }
    }

    private static Optional<Message.Expected> expected(JsonNode node) {
        if (!node.hasNonNull("expected_directorate")) {
            return Optional.empty();
        }
        List<String> secondary = new ArrayList<>();
        node.path("expected_secondary").forEach(each -> secondary.add(each.asText()));
        return Optional.of(new Message.Expected(
                node.path("expected_directorate").asText(),
                text(node, "expected_service"),
                text(node, "expected_partner"),
                secondary,
                node.path("protected").asBoolean(),
                text(node, "protected_kind"),
                node.path("hard_negative").asBoolean()));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : "";
    }

    private static Identified identified(JsonNode node) {
        String text = text(node, "text");
        Optional<String> category = Optional.empty();
        Matcher head = CATEGORY.matcher(text);
        if (head.find()) {
            category = Optional.of(head.group(1));
            text = text.substring(head.end());
        }
        String subject = text(node, "subject").replace('\0', ' ');
        Contact contact = new Contact(
                channel(node, category),
                SOME_DAY,
                subject.isBlank()
                        ? "(sans objet)"
                        : subject.substring(0, Math.min(Contact.MAX_SUBJECT, subject.length())),
                text.replace('\0', ' '),
                Person.unknown(),
                Optional.empty(),
                List.of(),
                List.of());
        return new Identified(
                new Normalised(new IntakeId(new UUID(0, 1)), "file", contact),
                new Identity(Identity.Certainty.ANONYMOUS, Optional.empty(), List.of(), List.of()));
    }

    private static Channel channel(JsonNode node, Optional<String> category) {
        return switch (text(node, "channel")) {
            case "web", "form" -> new Form("contact", category, Map.of());
            case "letter" ->
                new Letter("", LocalDate.of(2026, 11, 2), List.of(), Letter.Reading.WHOLE, Optional.empty());
            case "phone" -> new Counter("", "", Counter.Entry.CALL);
            case "counter" -> new Counter("", "", Counter.Entry.VISIT);
            case "video" -> new Video("", "");
            default ->
                new Mail(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        nature(node.path("headers")),
                        Optional.empty());
        };
    }

    /** What kind of mail it is, from the few headers that such files give. */
    private static Mail.Nature nature(JsonNode headers) {
        String all = headers.toString().toLowerCase(Locale.ROOT);
        if (all.contains("mailer-daemon") || all.contains("x-failed-recipients") || all.contains("delivery-status")) {
            return Mail.Nature.BOUNCE;
        }
        if (all.contains("auto-replied") || all.contains("auto-generated")) {
            return Mail.Nature.AUTO_REPLY;
        }
        return all.contains("list-unsubscribe") || all.contains("bulk") ? Mail.Nature.MAILING : Mail.Nature.REQUEST;
    }
}
