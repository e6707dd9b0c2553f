package fr.aubette.store.switchboard;

import fr.aubette.access.Sight;
import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import fr.aubette.switchboard.CallBack;
import fr.aubette.switchboard.CallBack.End;
import fr.aubette.switchboard.CallBack.Why;
import fr.aubette.switchboard.CallBackRows;
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
class JdbcCallBackRows implements CallBackRows {

    /** The same citizen by another telephone is the same line. */
    private static final String SAME =
            " b.ended_at is null and b.motive = :motive and (b.number = :number or b.citizen_id = :citizen)";

    /** What waited for a ticket that has ended is over: the next call begins a line of its own. */
    private static final String END_OLD = """
            update call_back b set ended_at = :at, why = 'ticket-ended'
            from ticket t where t.id = b.ticket_id and t.id <> :ticket and t.ended_at is not null and
            """ + SAME;

    private static final String ONE_MORE = """
            update call_back b set missed = missed + 1, ticket_id = :ticket, citizen_id = coalesce(citizen_id, :citizen),
                   first_missed_at = least(first_missed_at, :at), last_missed_at = greatest(last_missed_at, :at)
            where
            """ + SAME;

    private static final String FIRST = """
            insert into call_back (id, number, citizen_id, motive, ticket_id, first_missed_at, last_missed_at)
            values (:id, :number, :citizen, :motive, :ticket, :at, :at)
            """;

    private static final String ANSWERED = """
            update call_back b set ended_at = now(), why = 'answered', answered_at = :at
            where b.ended_at is null and b.last_missed_at <= :at
              and (b.ticket_id = :ticket or b.motive = :motive and (b.number = :number or b.citizen_id = :citizen))
            """;

    private static final String ANSWERED_SINCE = """
            select c.received_at from ticket_contact tc join contact c on c.id = tc.contact_id
            where tc.ticket_id = :ticket and c.channel = 'phone' and c.received_at > :at
              and c.detail #>> '{channel,outcome}' = 'ANSWERED'
            order by c.received_at limit 1
            """;

    private static final String SEEN = """
            select b.id, b.number, b.motive, b.first_missed_at, b.last_missed_at, b.missed, b.tries, b.taken_by, b.ended_at, b.ended_by,
                   b.why, b.answered_at, t.number as ticket, t.directorate, t.level, concat_ws(' ', c.first_name, c.last_name) as citizen
            from call_back b
            join (select t.*, %s as level from ticket t) t on t.id = b.ticket_id
            left join citizen c on c.id = coalesce(b.citizen_id, t.citizen_id)
            where t.level > 0
            """.formatted(Sight.LEVEL);

    private final JdbcClient jdbc;

    JdbcCallBackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void missed(Missed call, UUID id) {
        about(END_OLD, call).update();
        if (about(ONE_MORE, call).update() == 0) {
            about(FIRST, call).param("id", id).update();
        }
    }

    @Override
    public void answered(Missed call) {
        about(ANSWERED, call).update();
    }

    @Override
    public void unreached(Missed call) {
        about("update call_back b set tries = tries + 1, taken_by = null where" + SAME, call)
                .update();
    }

    private StatementSpec about(String statement, Missed call) {
        return jdbc.sql(statement)
                .param("number", call.number())
                .param("citizen", call.citizen().map(CitizenId::value).orElse(null), java.sql.Types.OTHER)
                .param("motive", call.motive())
                .param("ticket", call.ticket().value())
                .param("at", Timestamp.from(call.at()));
    }

    @Override
    public Optional<Instant> answeredSince(TicketId ticket, Instant at) {
        return jdbc.sql(ANSWERED_SINCE)
                .param("ticket", ticket.value())
                .param("at", Timestamp.from(at))
                .query((row, n) -> row.getTimestamp("received_at").toInstant())
                .optional();
    }

    @Override
    public boolean take(UUID id, String login) {
        return jdbc.sql("""
                                update call_back set taken_by = :login
                                where id = :id and ended_at is null and coalesce(taken_by, :login) = :login
                                """).param("id", id).param("login", login).update() > 0;
    }

    @Override
    public void tried(UUID id) {
        jdbc.sql("update call_back set tries = tries + 1, taken_by = null where id = :id and ended_at is null")
                .param("id", id)
                .update();
    }

    @Override
    public boolean end(UUID id, Why why, Optional<String> by, Instant at) {
        return jdbc.sql("""
                                update call_back set ended_at = :at, ended_by = :by, why = :why
                                where id = :id and ended_at is null
                                """)
                        .param("id", id)
                        .param("by", by.orElse(null))
                        .param("why", why.code())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    @Override
    public List<CallBack> owed(int limit, Sight sight) {
        return jdbc.sql(
                        SEEN
                                + " and b.ended_at is null and t.ended_at is null order by b.first_missed_at, b.id limit :limit")
                .params(sight.parameters())
                .param("limit", limit)
                .query((row, n) -> callBack(row))
                .list();
    }

    @Override
    public List<CallBack> ended(Instant since, int limit, Sight sight) {
        return jdbc.sql(SEEN + " and b.ended_at >= :since order by b.ended_at desc, b.id limit :limit")
                .params(sight.parameters())
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query((row, n) -> callBack(row))
                .list();
    }

    @Override
    public Optional<CallBack> find(UUID id, Sight sight) {
        return jdbc.sql(SEEN + " and b.id = :id")
                .params(sight.parameters())
                .param("id", id)
                .query((row, n) -> callBack(row))
                .optional();
    }

    private static CallBack callBack(ResultSet row) throws SQLException {
        boolean whole = row.getInt("level") >= Sight.CONTENT;
        return new CallBack(
                row.getObject("id", UUID.class),
                row.getString("number"),
                whole ? row.getString("motive") : "",
                whole ? row.getString("citizen") : "",
                row.getString("ticket"),
                row.getString("directorate"),
                row.getTimestamp("first_missed_at").toInstant(),
                row.getTimestamp("last_missed_at").toInstant(),
                row.getInt("missed"),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("taken_by")),
                row.getTimestamp("ended_at") == null ? Optional.empty() : Optional.of(end(row)));
    }

    private static End end(ResultSet row) throws SQLException {
        return new End(
                Why.ofCode(row.getString("why")),
                row.getTimestamp("ended_at").toInstant(),
                Optional.ofNullable(row.getString("ended_by")),
                Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant));
    }
}
