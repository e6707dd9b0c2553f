package fr.aubette.store.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.answer.Answer;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.Stop;
import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An answer from its row, its files beside it as JSON, and back. */
@Component
class AnswerRow {

    /** All columns, with the files gathered. */
    static final String SELECT = """
            select a.*, coalesce((select json_agg(json_build_object(
                       'place', f.place, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256)
                       order by f.place)
                   from answer_file f where f.answer_id = a.id), '[]')::text as files
            from answer a
            """;

    /** What waits to be posted: see {@link Answer.Kind#isForCitizen()}. */
    static final String TO_POST = "a.state in ('paper', 'undelivered') and a.kind not in ('page', 'transfer')";

    private static final TypeReference<List<Answer.File>> FILES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<Deadline>> DEADLINES = new TypeReference<>() {};

    private final ObjectMapper json;

    AnswerRow(ObjectMapper json) {
        this.json = json;
    }

    Answer read(ResultSet row) throws SQLException {
        return new Answer(
                new AnswerId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                Answer.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Answer.Medium.ofCode(row.getString("medium")),
                Answer.State.ofCode(row.getString("state")),
                row.getLong("version"),
                row.getString("author"),
                row.getString("author_name"),
                row.getString("mailbox"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("template"),
                from(row.getString("fields"), FIELDS),
                Optional.ofNullable(row.getString("final_subject")),
                Optional.ofNullable(row.getString("final_body")),
                from(row.getString("files"), FILES),
                instant(row, "due_at"),
                row.getInt("attempts"),
                stop(row),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("saved_at").toInstant(),
                instant(row, "sent_at"));
    }

    private static Optional<Stop> stop(ResultSet row) throws SQLException {
        String with = row.getString("problem_with");
        return Optional.ofNullable(row.getString("problem"))
                .map(why -> new Stop(Stop.Why.valueOf(why), with == null ? "" : with));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    static @Nullable Timestamp timestamp(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }

    List<Deadline> deadlines(String text) {
        return from(text, DEADLINES);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our records are always JSON", e);
        }
    }

    private <T> T from(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON is not read as JSON", e);
        }
    }
}
