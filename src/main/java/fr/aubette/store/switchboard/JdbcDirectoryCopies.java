package fr.aubette.store.switchboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.switchboard.Colleague;
import fr.aubette.switchboard.DirectoryCopies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The readings as JSON: nothing is looked for in them, they are read whole. */
@Repository
class JdbcDirectoryCopies implements DirectoryCopies {

    private static final TypeReference<List<Colleague>> COLLEAGUES = new TypeReference<>() {};

    private static final String KEEP = """
            insert into directory_copy (source, read_at, colleagues) values (:source, :readAt, :colleagues::jsonb)
            on conflict (source) do update set read_at = excluded.read_at, colleagues = excluded.colleagues
            where directory_copy.read_at < excluded.read_at
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcDirectoryCopies(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void keep(String source, Copy copy) {
        try {
            jdbc.sql(KEEP)
                    .param("source", source)
                    .param("readAt", Timestamp.from(copy.readAt()))
                    .param("colleagues", json.writeValueAsString(copy.colleagues()))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a colleague is always JSON", e);
        }
    }

    @Override
    public Optional<Copy> last(String source) {
        return jdbc.sql("select read_at, colleagues from directory_copy where source = ?")
                .param(source)
                .query((row, n) -> copy(row))
                .optional();
    }

    private Copy copy(ResultSet row) throws SQLException {
        try {
            return new Copy(
                    row.getTimestamp("read_at").toInstant(), json.readValue(row.getString("colleagues"), COLLEAGUES));
        } catch (JsonProcessingException e) {
            throw new SQLException("the kept directory is no list of colleagues", e);
        }
    }
}
