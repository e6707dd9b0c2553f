package fr.aubette.store.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.Cursor;
import fr.aubette.desk.Lines.Line;
import fr.aubette.model.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a row of a list, and leaves out what the viewer may not read. */
final class LineRow {

    private LineRow() {}

    static Line line(ResultSet row) throws SQLException {
        boolean whole = row.getInt("level") >= Sight.CONTENT;
        UUID id = row.getObject("id", UUID.class);
        Instant lastContactAt = row.getTimestamp("last_contact_at").toInstant();
        return new Line(
                id,
                row.getString("number"),
                whole,
                whole ? row.getString("subject") : "",
                whole ? row.getString("motive") : "",
                row.getString("directorate"),
                row.getString("priority"),
                row.getString("status"),
                whole ? row.getString("citizen") : "",
                whole ? List.of((String[]) row.getArray("channels").getArray()) : List.of(),
                row.getTimestamp("opened_at").toInstant(),
                lastContactAt,
                whole ? next(row) : Optional.empty(),
                Optional.ofNullable(row.getString("assignee_name")),
                new Cursor(row.getInt("rank"), lastContactAt, id));
    }

    private static Optional<Deadline> next(ResultSet row) throws SQLException {
        @Nullable LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return dueOn == null
                ? Optional.empty()
                : Optional.of(
                        new Deadline(row.getString("kind"), dueOn, row.getString("article"), row.getString("reason")));
    }
}
