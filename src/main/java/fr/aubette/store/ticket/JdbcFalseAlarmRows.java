package fr.aubette.store.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.ticket.FalseAlarm;
import fr.aubette.ticket.FalseAlarmRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcFalseAlarmRows implements FalseAlarmRows {

    private static final String SELECT = """
            select f.*, t.number, coalesce(a.display_name, f.actor) as actor_name
            from false_alarm f join ticket t on t.id = f.ticket_id left join account a on a.login = f.actor
            """;

    private final JdbcClient jdbc;

    JdbcFalseAlarmRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(FalseAlarm alarm) {
        jdbc.sql("""
                        insert into false_alarm (ticket_id, at, motive, directorate, service, assignee, actor, reason)
                        values (:ticket, :at, :motive, :directorate, cast(:service as text), cast(:assignee as text), :actor, :reason)
                        """)
                .param("ticket", alarm.ticket().value())
                .param("at", Timestamp.from(alarm.at()))
                .param("motive", alarm.motive())
                .param("directorate", alarm.directorate())
                .param("service", alarm.service().orElse(null))
                .param("assignee", alarm.assignee().orElse(null))
                .param("actor", alarm.actor())
                .param("reason", alarm.reason())
                .update();
    }

    @Override
    public Optional<FalseAlarm> standing(TicketId ticket) {
        return jdbc.sql(SELECT + " where f.ticket_id = :ticket and f.undone_at is null order by f.id desc limit 1")
                .param("ticket", ticket.value())
                .query((row, n) -> alarm(row))
                .optional();
    }

    @Override
    public void undone(FalseAlarm alarm, String actor, Instant at) {
        jdbc.sql(
                        "update false_alarm set undone_by = :actor, undone_at = :at where ticket_id = :ticket and undone_at is null")
                .param("ticket", alarm.ticket().value())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void hidePast(TicketId ticket, String directorate) {
        jdbc.sql("""
                        update ticket_event set kept_for = :directorate
                        where ticket_id = :ticket and kept_for is null
                          and kind not in ('opened', 'contact-joined')
                        """)
                .param("ticket", ticket.value())
                .param("directorate", directorate)
                .update();
        jdbc.sql("""
                        update decision set kept_for = :directorate
                        where kept_for is null and stage in ('classify', 'dispatch') and intake_id in (
                            select c.intake_id from ticket_contact tc join contact c on c.id = tc.contact_id
                            where tc.ticket_id = :ticket)
                        """)
                .param("ticket", ticket.value())
                .param("directorate", directorate)
                .update();
    }

    @Override
    public List<FalseAlarm> of(List<String> directorates, int most) {
        return jdbc.sql(SELECT + " where f.directorate = any(:directorates) order by f.id desc limit :most")
                .param("directorates", directorates.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> alarm(row))
                .list();
    }

    private static FalseAlarm alarm(ResultSet row) throws SQLException {
        return new FalseAlarm(
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("number"),
                row.getString("motive"),
                row.getString("directorate"),
                Optional.ofNullable(row.getString("service")),
                Optional.ofNullable(row.getString("assignee")),
                row.getString("actor_name"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getString("undone_by")));
    }
}
