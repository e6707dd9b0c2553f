package fr.aubette.store.normalise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.RawItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Reads a scan back as it was taken: its source, reference, day, media type, facts and bytes. */
final class ScanRow {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final ContentStore contents;

    ScanRow(ObjectMapper json, ContentStore contents) {
        this.json = json;
        this.contents = contents;
    }

    RawItem item(ResultSet row) throws SQLException {
        try {
            return new RawItem(
                    ChannelKind.LETTER,
                    row.getString("source"),
                    row.getString("reference"),
                    row.getTimestamp("received_at").toInstant(),
                    row.getString("media_type"),
                    json.readValue(row.getString("facts"), FACTS),
                    contents.find(row.getString("sha256")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of an intake are not what was written", e);
        }
    }
}
