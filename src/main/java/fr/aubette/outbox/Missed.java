package fr.aubette.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a note of each message that ran out of time in a queue; whatever it is, so that none can block the rest. */
@Component("missed")
public class Missed {

    private static final int MOST_CHARACTERS = 100;

    private final MissedRows rows;
    private final ObjectMapper json;
    private final Clock clock;

    Missed(MissedRows rows, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps the note; none of a protected ticket, whose very existence it would tell: somebody on duty was paged.
     *
     * @param body as it was sent
     * @param messageId the broker's
     * @param queue where it lay
     * @param sentAt milliseconds
     */
    public void keep(@Nullable String body, String messageId, @Nullable String queue, long sentAt) {
        String from = queue == null ? "" : queue;
        if (from.startsWith(Broker.PROTECTED)) {
            return;
        }
        JsonNode message = read(body == null ? "" : body);
        rows.keep(new MissedMessage(
                messageId,
                from.startsWith(Broker.DIRECTORATES) ? from.substring(Broker.DIRECTORATES.length()) : "",
                text(message, "type"),
                text(message, "ticket"),
                Instant.ofEpochMilli(sentAt),
                clock.instant()));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private static String text(JsonNode message, String field) {
        String text = message.path(field).asText("");
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }
}
