package fr.aubette.store.ticket;

import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dates that a ticket owes, as rows. */
@Component
class DeadlineRows {

    static final String INSERT = """
            insert into deadline (ticket_id, kind, due_on, article, reason, warn_on, rests_until)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;

    DeadlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Deadline> of(TicketId ticket) {
        return jdbc.sql("select * from deadline where ticket_id = :id order by due_on, kind")
                .param("id", ticket.value())
                .query((row, n) -> deadline(row))
                .list();
    }

    void replace(TicketId ticket, List<Deadline> deadlines) {
        jdbc.sql("delete from deadline where ticket_id = :ticket")
                .param("ticket", ticket.value())
                .update();
        deadlines.forEach(each ->
                jdbc.sql(INSERT).params(Arrays.asList(values(ticket, each))).update());
    }

    /** In the order of {@link #INSERT}. */
    static @Nullable Object[] values(TicketId ticket, Deadline each) {
        return new @Nullable Object[] {
            ticket.value(),
            each.kind(),
            each.dueOn(),
            each.article(),
            each.reason(),
            each.warnOn().orElse(null),
            each.restsUntil().orElse(null)
        };
    }

    static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString("kind"),
                row.getObject("due_on", LocalDate.class),
                row.getString("article"),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("warn_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("rests_until", LocalDate.class)));
    }
}
