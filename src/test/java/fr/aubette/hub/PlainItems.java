package fr.aubette.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Person;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.model.Video;
import fr.aubette.normalise.ChannelNormaliser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The simplest channel there can be, for tests that are about what comes after the channels: JSON, under "video". */
@Component
public class PlainItems implements ChannelNormaliser {

    public static final String SOURCE = "plain";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An item whose reference is in its subject too. */
    public static RawItem item(String reference, String lastName, String mail, String text) {
        return item(reference, bytes(reference, lastName, mail, text));
    }

    /** An item of bytes that {@link #bytes} made elsewhere. */
    public static RawItem item(String reference, byte[] bytes) {
        return new RawItem(
                ChannelKind.VIDEO, SOURCE, reference, Instant.now(), "application/json", Map.of(), Content.of(bytes));
    }

    /** The bytes of such an item. */
    public static byte[] bytes(String reference, String lastName, String mail, String text) {
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "subject",
                    "Demande " + reference,
                    "firstName",
                    "Camille",
                    "lastName",
                    lastName,
                    "mail",
                    mail,
                    "text",
                    text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.VIDEO;
    }

    @Override
    public Contact normalise(RawItem item) {
        JsonNode said = read(item);
        return new Contact(
                new Video(item.reference(), "test"),
                item.receivedAt(),
                said.path("subject").asText(),
                said.path("text").asText(),
                new Person(
                        Optional.empty(),
                        Optional.of(said.path("lastName").asText()),
                        Optional.of(said.path("firstName").asText()),
                        Optional.empty(),
                        List.of(),
                        List.of(said.path("mail").asText()),
                        Optional.empty()),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static JsonNode read(RawItem item) {
        try {
            return JSON.readTree(item.content().bytes());
        } catch (IOException e) {
            throw new Refused("ce n'est pas du JSON");
        }
    }
}
