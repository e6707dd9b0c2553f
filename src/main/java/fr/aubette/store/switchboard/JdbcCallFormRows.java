package fr.aubette.store.switchboard;

import fr.aubette.access.CitizenSight;
import fr.aubette.access.Sight;
import fr.aubette.model.CitizenId;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import fr.aubette.switchboard.CallForm;
import fr.aubette.switchboard.CallForm.Said;
import fr.aubette.switchboard.CallFormRows;
import fr.aubette.switchboard.CallKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcCallFormRows implements CallFormRows {

    private static final String ONE = " where line = :line and conversation = :conversation";
    private static final String UNDONE = ONE + " and login = :login and done_at is null";

    private static final String RECORDED = """
            select c.id as contact, t.id as ticket, t.number, t.version, t.motive, t.ended_at is not null as ended,
                   t.assignee is null
                   and not exists (select 1 from ticket_contact o where o.ticket_id = t.id and o.contact_id <> c.id) as own
            from intake i join contact c on c.intake_id = i.id
            join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
            where i.channel = 'phone' and i.source = :line and i.reference = :conversation
            order by t.opened_at desc, t.number desc limit 1
            """;

    private static final String MOVE = """
            with target as (
                update ticket set last_contact_at = greatest(last_contact_at, c.received_at), version = version + 1
                from contact c
                where ticket.number = :number and ticket.ended_at is null and ticket.id <> :from and c.id = :contact
                returning ticket.id),
            moved as (
                insert into ticket_contact (ticket_id, contact_id, subject, body)
                select target.id, tc.contact_id, tc.subject, tc.body
                from target, ticket_contact tc where tc.ticket_id = :from and tc.contact_id = :contact
                on conflict do nothing
                returning contact_id),
            counted as (
                update intake i set outcome = 'joined' from contact c
                where c.id = :contact and i.id = c.intake_id and i.outcome = 'opened' and exists (select 1 from moved)
                returning i.channel),
            told as (
                insert into tally_delta (channel, what, n)
                select channel, what, n from counted, (values ('opened', -1), ('joined', 1)) as delta (what, n))
            select count(*) from moved
            """;

    private static final String HOLDERS = """
            select distinct z.id, p.person, z.last_name, z.first_name, f.directorate
            from case_file f join citizen z on z.id = f.citizen_id
            cross join lateral (select coalesce(z.person, z.id) as person) p cross join %s
            where f.number = any(:numbers::text[]) and f.ended_at is null and %s order by z.id limit 50
            """.formatted(CitizenSight.MET, CitizenSight.KNOWS);

    private static final String QUOTING = """
            select t.number from (select t.*, %s as level from ticket t
                                  where t.ended_at is null and (:motive = '' or t.motive = :motive)
                                    and t.citizen_id in (
                                        select c.id from citizen c where c.id = :person or c.person = :person)
                                    and exists (select 1 from ticket_case_file w
                                                where w.ticket_id = t.id and w.case_file = any(:numbers::text[]))) t
            where t.level > 0 order by t.number limit 2
            """.formatted(Sight.LEVEL);

    private final JdbcClient jdbc;

    JdbcCallFormRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(CallForm form) {
        on("""
                        insert into call_form (line, conversation, login, opened_at, number, dialled, queue, outgoing, motive)
                        values (:line, :conversation, :login, :at, :number, :dialled, :queue, :outgoing, :motive)
                        on conflict do nothing
                        """, form.call())
                .param("login", form.login())
                .param("at", Timestamp.from(form.openedAt()))
                .param("number", form.number().orElse(null))
                .param("dialled", form.dialled())
                .param("queue", form.queue().orElse(null))
                .param("outgoing", form.outgoing())
                .param("motive", form.said().motive())
                .update();
    }

    @Override
    public boolean draft(CallKey call, String login, Said said) {
        String set = "update call_form set motive = :motive, note = :note, ticket = :ticket, case_file = :caseFile";
        return written(on(set + UNDONE, call), login, said).update() > 0;
    }

    @Override
    public boolean done(CallKey call, String login, Said said, Instant at) {
        String set =
                "update call_form set motive = :motive, note = :note, ticket = :ticket, case_file = :caseFile, settled = :settled, "
                        + "done_at = :at";
        return written(on(set + UNDONE, call), login, said)
                        .param("settled", said.settled())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    private static StatementSpec written(StatementSpec statement, String login, Said said) {
        return statement
                .param("login", login)
                .param("motive", said.motive())
                .param("note", said.note())
                .param("ticket", said.ticket())
                .param("caseFile", said.caseFile());
    }

    @Override
    public void over(CallKey call, Instant at) {
        on("update call_form set over_at = :at" + ONE + " and over_at is null", call)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<CallForm> of(CallKey call) {
        return on("select * from call_form" + ONE + " order by opened_at, login", call)
                .query((row, n) -> form(row))
                .list();
    }

    @Override
    public List<CallForm> unfinished(String login, int limit) {
        return jdbc.sql(
                        "select * from call_form where login = :login and done_at is null order by opened_at limit :limit")
                .param("login", login)
                .param("limit", limit)
                .query((row, n) -> form(row))
                .list();
    }

    @Override
    public void lock(CallKey call) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:call, 0))")
                .param("call", "call " + call.code())
                .query((row, n) -> call)
                .list();
    }

    @Override
    public List<CallForm> toApply(CallKey call, Instant before) {
        return on(
                        "select * from call_form" + ONE
                                + " and done_at <= :before and applied_at is null order by opened_at, login for update",
                        call)
                .param("before", Timestamp.from(before))
                .query((row, n) -> form(row))
                .list();
    }

    @Override
    public boolean takeBack(CallKey call, String login, Instant since) {
        return on(
                                "update call_form set done_at = null, settled = false" + ONE
                                        + " and login = :login and done_at > :since and applied_at is null",
                                call)
                        .param("login", login)
                        .param("since", Timestamp.from(since))
                        .update()
                > 0;
    }

    @Override
    public List<CallKey> ripe(Instant before, int limit) {
        return jdbc.sql("""
                        select distinct f.line, f.conversation
                        from call_form f join intake i
                          on i.channel = 'phone' and i.source = f.line and i.reference = f.conversation
                        join contact c on c.intake_id = i.id
                        where f.done_at <= :before and f.applied_at is null limit :limit
                        """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, n) -> new CallKey(row.getString("line"), row.getString("conversation")))
                .list();
    }

    @Override
    public void applied(CallKey call, String login, Instant at) {
        on("update call_form set applied_at = :at" + ONE + " and login = :login", call)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public Optional<CallKey> call(IntakeId intake) {
        return jdbc.sql("select source, reference from intake where id = :id and channel = 'phone'")
                .param("id", intake.value())
                .query((row, n) -> new CallKey(row.getString("source"), row.getString("reference")))
                .optional();
    }

    @Override
    public Optional<Recorded> recorded(CallKey call) {
        return on(RECORDED, call)
                .query((row, n) -> new Recorded(
                        row.getObject("contact", UUID.class),
                        new TicketId(row.getObject("ticket", UUID.class)),
                        row.getString("number"),
                        row.getLong("version"),
                        row.getString("motive"),
                        row.getBoolean("ended"),
                        row.getBoolean("own")))
                .optional();
    }

    @Override
    public boolean move(Recorded call, String toNumber, Instant at) {
        return jdbc.sql(MOVE)
                        .param("number", toNumber)
                        .param("from", call.ticket().value())
                        .param("contact", call.contact())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void quotes(TicketId ticket, List<String> caseFiles) {
        jdbc.sql("insert into ticket_case_file (case_file, ticket_id)"
                        + " select number, :ticket from unnest(:numbers::text[]) as number on conflict do nothing")
                .param("ticket", ticket.value())
                .param("numbers", caseFiles.toArray(String[]::new))
                .update();
    }

    @Override
    public List<FileHolder> holders(List<String> caseFiles, Sight sight) {
        return jdbc.sql(HOLDERS)
                .params(sight.parameters())
                .param("fewOnly", false)
                .param("numbers", caseFiles.toArray(String[]::new))
                .query((row, n) -> new FileHolder(
                        new CitizenId(row.getObject("id", UUID.class)),
                        row.getObject("person", UUID.class),
                        row.getString("last_name"),
                        row.getString("first_name"),
                        row.getString("directorate")))
                .list();
    }

    @Override
    public Optional<String> quoting(List<String> caseFiles, UUID person, String motive, Sight sight) {
        List<String> found = jdbc.sql(QUOTING)
                .params(sight.parameters())
                .param("numbers", caseFiles.toArray(String[]::new))
                .param("person", person)
                .param("motive", motive)
                .query(String.class)
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public void belongsTo(TicketId ticket, CitizenId citizen) {
        jdbc.sql("update ticket set citizen_id = :citizen where id = :ticket")
                .param("citizen", citizen.value())
                .param("ticket", ticket.value())
                .update();
    }

    private StatementSpec on(String statement, CallKey call) {
        return jdbc.sql(statement).param("line", call.line()).param("conversation", call.conversation());
    }

    private static CallForm form(ResultSet row) throws SQLException {
        return new CallForm(
                new CallKey(row.getString("line"), row.getString("conversation")),
                row.getString("login"),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getString("number")),
                row.getString("dialled"),
                Optional.ofNullable(row.getString("queue")),
                row.getBoolean("outgoing"),
                new Said(
                        row.getString("motive"),
                        row.getString("note"),
                        row.getString("ticket"),
                        row.getString("case_file"),
                        row.getBoolean("settled")),
                Optional.ofNullable(row.getTimestamp("over_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant));
    }
}
