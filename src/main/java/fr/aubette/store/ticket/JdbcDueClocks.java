package fr.aubette.store.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.ticket.DueClocks;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcDueClocks implements DueClocks {

    private static final String UNTOLD = """
            select d.*, d.due_on < :today as passed
            from deadline d join ticket t on t.id = d.ticket_id
            where t.ended_at is null and (d.warn_on <= :today or d.due_on < :today)
              and (d.rests_until is null or d.rests_until < :today)
              and not exists (
                  select 1 from deadline_notice n
                  where n.ticket_id = d.ticket_id and n.kind = d.kind and n.due_on = d.due_on
                    and n.what = case when d.due_on < :today then 'passed' else 'near' end)
            order by d.due_on limit :most
            """;

    private final JdbcClient jdbc;

    JdbcDueClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> untold(LocalDate today, int most) {
        return jdbc.sql(UNTOLD)
                .param("today", today)
                .param("most", most)
                .query((row, n) -> new Due(
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        DeadlineRows.deadline(row),
                        row.getBoolean("passed")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(Due due, Instant at) {
        return jdbc.sql("""
                        insert into deadline_notice (ticket_id, kind, due_on, what, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                due.ticket().value(),
                                due.deadline().kind(),
                                due.deadline().dueOn(),
                                due.passed() ? "passed" : "near",
                                Timestamp.from(at))
                        .update()
                > 0;
    }
}
