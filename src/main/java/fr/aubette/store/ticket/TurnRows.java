package fr.aubette.store.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.model.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a ticket's clocks, as rows that are only ever added. */
@Component
class TurnRows {

    private final JdbcClient jdbc;

    TurnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Turn> of(TicketId ticket) {
        return jdbc.sql("select * from clock_turn where ticket_id = :id order by seq")
                .param("id", ticket.value())
                .query((row, n) -> turn(row))
                .list();
    }

    void add(TicketId ticket, Turn turn, Instant at) {
        jdbc.sql("""
                        insert into clock_turn (ticket_id, at, kind, on_day, until, kinds, article)
                        values (:ticket, :at, :kind, :on, cast(:until as date), :kinds, :article)
                        """)
                .param("ticket", ticket.value())
                .param("at", Timestamp.from(at))
                .param("kind", turn.kind().name().toLowerCase(Locale.ROOT))
                .param("on", turn.on())
                .param("until", turn.until().orElse(null))
                .param("kinds", turn.kinds().stream().sorted().toArray(String[]::new))
                .param("article", turn.article())
                .update();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                Turn.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                Set.of((String[]) row.getArray("kinds").getArray()),
                row.getString("article"));
    }
}
