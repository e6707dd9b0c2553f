package fr.aubette.classify;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A message whose answer is known.
 *
 * @param id its name in the file
 * @param identified the message as the classifier meets it
 * @param directorate who should answer; {@code AUCUNE} for what a machine wrote
 * @param service below it; blank when the file does not say
 * @param kind which danger; blank when none
 * @param hardNegative whether it speaks of danger without being in any
 */
record Labelled(
        String id, Identified identified, String directorate, String service, String kind, boolean hardNegative) {

    private static final String CATEGORY = "Catégorie choisie : ";

    static List<Labelled> read(Path file) throws IOException {
        List<Labelled> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = new ObjectMapper().readTree(line);
            boolean restricted = json.path("protected").asBoolean();
            found.add(new Labelled(
                    json.path("id").asText(),
                    identified(json),
                    json.path("expected_directorate").asText(),
                    json.path("expected_service").asText(""),
                    restricted ? json.path("protected_kind").asText() : "",
                    json.path("hard_negative").asBoolean()));
        }
        return found;
    }

    boolean restricted() {
        return !kind.isEmpty();
    }

    Contact contact() {
        return identified.contact();
    }

    private static Identified identified(JsonNode json) {
        String text = json.path("text").asText();
        Optional<String> category = Optional.empty();
        if (text.startsWith(CATEGORY)) {
            int end = text.indexOf('\n');
            category = Optional.of(text.substring(CATEGORY.length(), end < 0 ? text.length() : end));
            text = end < 0 ? "" : text.substring(end + 1);
        }
        return identified(
                channel(json.path("channel").asText(), category),
                json.path("subject").asText(),
                text);
    }

    static Identified identified(Channel channel, String subject, String text) {
        Contact contact = new Contact(
                channel,
                Instant.parse("2026-11-02T08:00:00Z"),
                subject.isBlank() ? "(sans objet)" : subject.substring(0, Math.min(200, subject.length())),
                text,
                Person.unknown(),
                Optional.empty(),
                List.of(),
                List.of());
        return new Identified(
                new Normalised(new IntakeId(new UUID(1, 1)), "source", contact),
                new Identity(Identity.Certainty.ANONYMOUS, Optional.empty(), List.of(), List.of()));
    }

    private static Channel channel(String name, Optional<String> category) {
        return switch (name) {
            case "web" -> new Form("contact", category, Map.of());
            case "letter" ->
                new Letter("SIEGE", LocalDate.of(2026, 10, 30), List.of(), Letter.Reading.WHOLE, Optional.empty());
            case "phone" -> new Counter("SIEGE", "agent", Counter.Entry.CALL);
            case "counter" -> new Counter("SIEGE", "agent", Counter.Entry.VISIT);
            case "video" -> new Video("1", "agent");
            default ->
                new Mail(Optional.empty(), List.of(), List.of(), List.of(), Mail.Nature.REQUEST, Optional.empty());
        };
    }
}
