package fr.aubette.store.duty;

import fr.aubette.answer.AnswerId;
import fr.aubette.duty.DutyBook;
import fr.aubette.duty.Officer;
import fr.aubette.model.TicketId;
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
class JdbcDutyBook implements DutyBook {

    /** It waits since it came, or since somebody gave it back to the list. */
    private static final String WAITING = """
            select w.*, coalesce(p.step, 0) as step, p.at as last_at,
                   coalesce(a.state in ('stopped', 'undelivered', 'given-up'), false) as last_failed
            from (select t.id, t.directorate, greatest(t.opened_at, (
                      select max(e.at) from ticket_event e
                      where e.ticket_id = t.id
                        and e.kind in ('released', 'reassigned', 'qualified', 'reopened', 'alarm-again'))) as since
                  from ticket t where t.priority = 'protected' and t.status = 'open') w
            left join lateral (select step, at, answer_id from duty_page d
                               where d.ticket_id = w.id and d.waits_since = w.since order by step desc limit 1) p on true
            left join answer a on a.id = p.answer_id
            """;

    /** Chosen here and not after the limit: those that need no page yet must not hide those that do. */
    private static final String DUE = """
             where w.directorate = any(:directorates) and w.since <= :before and w.since > :notBefore
               and coalesce(p.step, 0) < :mostSteps
               and (p.at is null or p.at <= :pagedBefore or a.state in ('stopped', 'undelivered', 'given-up'))
             order by w.since limit :most
            """;

    private final JdbcClient jdbc;

    JdbcDutyBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> waiting(Due due, int most) {
        return jdbc.sql(WAITING + DUE)
                .param("directorates", due.directorates().toArray(String[]::new))
                .param("before", Timestamp.from(due.before()))
                .param("notBefore", Timestamp.from(due.notBefore()))
                .param("pagedBefore", Timestamp.from(due.pagedBefore()))
                .param("mostSteps", due.mostSteps())
                .param("most", most)
                .query((row, n) -> waiting(row))
                .list();
    }

    @Override
    public Optional<Waiting> waiting(TicketId ticket) {
        return jdbc.sql(WAITING + " where w.id = :ticket")
                .param("ticket", ticket.value())
                .query((row, n) -> waiting(row))
                .optional();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new TicketId(row.getObject("id", UUID.class)),
                row.getString("directorate"),
                row.getTimestamp("since").toInstant(),
                row.getInt("step"),
                Optional.ofNullable(row.getTimestamp("last_at")).map(Timestamp::toInstant),
                row.getBoolean("last_failed"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void paged(Waiting waiting, int step, Officer officer, String means, AnswerId answer, Instant at) {
        jdbc.sql("""
                        insert into duty_page (ticket_id, waits_since, step, officer, means, answer_id, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        waiting.ticket().value(),
                        Timestamp.from(waiting.since()),
                        step,
                        officer.code(),
                        means,
                        answer.value(),
                        Timestamp.from(at))
                .update();
    }
}
