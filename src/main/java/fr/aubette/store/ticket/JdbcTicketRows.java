package fr.aubette.store.ticket;

import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import fr.aubette.model.Turn;
import fr.aubette.ticket.TicketRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcTicketRows implements TicketRows {

    private static final String SAVE = """
            update ticket
            set motive = :motive, directorate = :directorate, service = :service, priority = :priority,
                site = case when directorate = :directorate then site end,
                status = :status, assignee = :assignee, version = version + 1,
                ended_at = case when :ended then coalesce(ended_at, :at) end
            where id = :id
            """;

    /** An intake that opened several tickets is settled with the last of them. */
    private static final String COUNT_SETTLED = """
            with moved as (
                update intake i set outcome = 'settled'
                where i.outcome = 'opened'
                  and i.id in (select c.intake_id from ticket_contact tc join contact c on c.id = tc.contact_id
                               where tc.ticket_id = :ticket)
                  and not exists (
                      select 1 from contact c join ticket_contact tc on tc.contact_id = c.id
                      join ticket t on t.id = tc.ticket_id
                      where c.intake_id = i.id and t.status <> 'settled')
                returning i.channel
            )
            insert into tally_delta (channel, what, n)
            select channel, what, n from moved, (values ('opened', -1), ('settled', 1)) as counted (what, n)
            """;

    private static final String COUNT_OPENED = """
            with moved as (
                update intake i set outcome = 'opened'
                where i.outcome = 'settled'
                  and i.id in (select c.intake_id from ticket_contact tc join contact c on c.id = tc.contact_id
                               where tc.ticket_id = :ticket)
                returning i.channel
            )
            insert into tally_delta (channel, what, n)
            select channel, what, n from moved, (values ('settled', -1), ('opened', 1)) as counted (what, n)
            """;

    private static final String SAID = """
            select c.id, c.channel, c.received_at, tc.body, coalesce(c.detail -> 'requester', '{}')::text as requester,
                   coalesce((c.detail #>> '{channel,arrivedOn}')::date,
                            (c.received_at at time zone 'Europe/Paris')::date) as arrived_on,
                   coalesce(case when c.detail -> 'beneficiary' ->> 'mails' is null
                                 then c.detail #>> '{requester,address}'
                                 else c.detail #>> '{beneficiary,address}' end, '') as home,
                   row_number() over (order by c.received_at, c.id) = 1
                   or coalesce(c.detail #>> '{channel,nature}', '') <> 'REPLY' as asks
            from ticket_contact tc join contact c on c.id = tc.contact_id
            where tc.ticket_id = :ticket order by c.received_at, c.id
            """;

    private final JdbcClient jdbc;
    private final DeadlineRows deadlines;
    private final TurnRows turns;

    JdbcTicketRows(JdbcClient jdbc, DeadlineRows deadlines, TurnRows turns) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.turns = turns;
    }

    @Override
    public Optional<Row> lock(TicketId ticket) {
        return jdbc.sql("""
                        select id, number, motive, directorate, service, subject, priority, status, assignee, version
                        from ticket where id = :id for update
                        """)
                .param("id", ticket.value())
                .query((row, n) -> row(row))
                .optional();
    }

    @Override
    public Optional<Row> lock(TicketNumber number) {
        return jdbc.sql("""
                        select id, number, motive, directorate, service, subject, priority, status, assignee, version
                        from ticket where number = :number for update
                        """)
                .param("number", number.value())
                .query((row, n) -> row(row))
                .optional();
    }

    @Override
    public void save(Row row, Instant at) {
        jdbc.sql(SAVE)
                .param("id", row.id().value())
                .param("motive", row.motive())
                .param("directorate", row.directorate())
                .param("service", row.service().orElse(null))
                .param("priority", row.priority().name().toLowerCase(Locale.ROOT))
                .param("status", row.status().name().toLowerCase(Locale.ROOT))
                .param("assignee", row.assignee().orElse(null))
                .param("ended", row.status().ended())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void site(TicketId ticket, Optional<String> site) {
        jdbc.sql("update ticket set site = :site where id = :ticket")
                .param("site", site.orElse(null))
                .param("ticket", ticket.value())
                .update();
    }

    @Override
    public void changeLead(Row former, String to, boolean informFormer) {
        on("delete from attribution where ticket_id = :ticket and role = 'lead'", former.id());
        attribute(former.id(), to, "lead");
        jdbc.sql("delete from attribution where ticket_id = :ticket and directorate = :to and role <> 'lead'")
                .param("ticket", former.id().value())
                .param("to", to)
                .update();
        if (informFormer) {
            attribute(former.id(), former.directorate(), "information");
        }
    }

    @Override
    public void keepLeadOnly(TicketId ticket) {
        on("delete from attribution where ticket_id = :ticket and role <> 'lead'", ticket);
    }

    @Override
    public List<Deadline> deadlines(TicketId ticket) {
        return deadlines.of(ticket);
    }

    @Override
    public void replaceDeadlines(TicketId ticket, List<Deadline> owed) {
        deadlines.replace(ticket, owed);
    }

    @Override
    public List<Turn> turns(TicketId ticket) {
        return turns.of(ticket);
    }

    @Override
    public void addTurn(TicketId ticket, Turn turn, Instant at) {
        turns.add(ticket, turn, at);
    }

    @Override
    public void countSettled(TicketId ticket) {
        on(COUNT_SETTLED, ticket);
    }

    @Override
    public void countOpened(TicketId ticket) {
        on(COUNT_OPENED, ticket);
    }

    @Override
    public List<Said> said(TicketId ticket) {
        return jdbc.sql(SAID)
                .param("ticket", ticket.value())
                .query((row, n) -> new Said(
                        row.getString("id"),
                        ChannelKind.ofCode(row.getString("channel")),
                        row.getTimestamp("received_at").toInstant(),
                        row.getObject("arrived_on", LocalDate.class),
                        row.getString("body"),
                        row.getString("requester"),
                        row.getString("home"),
                        row.getBoolean("asks")))
                .list();
    }

    @Override
    public String home(TicketId ticket) {
        return jdbc.sql("""
                        select replace(f.value, '|', ' ') from ticket t join citizen_fact f on f.citizen_id = t.citizen_id
                        where t.id = :ticket and f.kind = 'address' order by f.last_seen desc limit 1
                        """)
                .param("ticket", ticket.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void attribute(TicketId ticket, String directorate, String role) {
        jdbc.sql("""
                        insert into attribution (ticket_id, directorate, role)
                        values (:ticket, :directorate, :role) on conflict do nothing
                        """)
                .param("ticket", ticket.value())
                .param("directorate", directorate)
                .param("role", role)
                .update();
    }

    private void on(String statement, TicketId ticket) {
        jdbc.sql(statement).param("ticket", ticket.value()).update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new TicketId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("motive"),
                row.getString("directorate"),
                Optional.ofNullable(row.getString("service")),
                row.getString("subject"),
                Priority.valueOf(row.getString("priority").toUpperCase(Locale.ROOT)),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("assignee")),
                row.getLong("version"));
    }
}
