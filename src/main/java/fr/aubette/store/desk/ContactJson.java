package fr.aubette.store.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.desk.TicketFile.Said;
import fr.aubette.desk.TicketFile.Why;
import fr.aubette.model.Attachment;
import fr.aubette.model.Channel;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Counter;
import fr.aubette.model.Evidence;
import fr.aubette.model.Form;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Person;
import fr.aubette.model.Phone;
import fr.aubette.model.Video;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads back what was kept of a contact; what another version of the program wrote and this one cannot read is left
 * out.
 */
@Component
class ContactJson {

    private static final Logger LOG = LoggerFactory.getLogger(ContactJson.class);
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};
    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final ObjectMapper json;

    ContactJson(ObjectMapper json) {
        this.json = json;
    }

    Said said(ResultSet row, boolean whole, List<Why> decisions) throws SQLException {
        JsonNode detail = tree(row.getString("detail"));
        return new Said(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("subject"),
                row.getString("body"),
                whole,
                whole ? channel(row.getString("channel"), detail.path("channel")) : Optional.empty(),
                person(detail.path("requester")).orElseGet(Person::unknown),
                whole ? person(detail.path("beneficiary")) : Optional.empty(),
                whole ? list(detail.path("caseFiles"), WORDS) : List.of(),
                whole ? list(detail.path("attachments"), ATTACHMENTS) : List.of(),
                row.getString("certainty"),
                whole ? List.of((String[]) row.getArray("candidates").getArray()) : List.of(),
                decisions);
    }

    List<Evidence> evidence(String text) {
        return list(tree(text), EVIDENCE);
    }

    /** The texts and numbers of an event's detail, by name. */
    Map<String, String> texts(String text) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree(text).fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode()) {
                texts.put(field.getKey(), field.getValue().asText());
            }
        });
        return texts;
    }

    private Optional<Channel> channel(String kind, JsonNode node) {
        return read(node, type(ChannelKind.ofCode(kind)));
    }

    private static Class<? extends Channel> type(ChannelKind kind) {
        return switch (kind) {
            case PHONE -> Phone.class;
            case MAIL -> Mail.class;
            case LETTER -> Letter.class;
            case FORM -> Form.class;
            case COUNTER -> Counter.class;
            case VIDEO -> Video.class;
        };
    }

    Optional<Person> requester(String text) {
        return person(tree(text));
    }

    private Optional<Person> person(JsonNode node) {
        return read(node, Person.class);
    }

    private <T, R extends T> Optional<T> read(JsonNode node, Class<R> type) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.treeToValue(node, type));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.debug(
                    "A {} is not read back: {}",
                    type.getSimpleName(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private <T> List<T> list(JsonNode node, TypeReference<List<T>> type) {
        try {
            return node.isArray() ? json.convertValue(node, type) : List.of();
        } catch (IllegalArgumentException e) {
            LOG.debug("A list is not read back: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL keeps only JSON here", e);
        }
    }
}
