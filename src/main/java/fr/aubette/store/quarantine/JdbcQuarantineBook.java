package fr.aubette.store.quarantine;

import fr.aubette.intake.Queues;
import fr.aubette.model.IntakeId;
import fr.aubette.outbox.Bell;
import fr.aubette.quarantine.QuarantineBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcQuarantineBook implements QuarantineBook {

    private static final String KEEP = """
            with ended as (
                update intake set outcome = 'quarantined', reason = :reason, ended_at = :at
                where id = :intake and outcome is null
                returning id, channel, attempts
            ), kept as (
                insert into quarantine (id, intake_id, at, stage, kind, reason, attempts)
                select :id, id, :at, :stage, :kind, :reason, attempts from ended
            )
            insert into tally_delta (channel, what, n) select channel, 'quarantined', 1 from ended
            """;

    private static final String RETRY = """
            with decided as (
                update quarantine set decision = 'retried', decided_by = :who, decided_at = :at
                where id = :id and decision is null
                returning intake_id
            ), again as (
                update intake set outcome = null, reason = null, ended_at = null, attempts = 0, announced_at = :at
                from decided where intake.id = decided.intake_id
                returning intake.id, channel
            ), told as (
                insert into outbox (kind, destination, content_type, body)
                select 'queue', case channel when 'letter' then '%s' else '%s' end, 'text/plain', id::text from again
            )
            insert into tally_delta (channel, what, n) select channel, 'quarantined', -1 from again
            """.formatted(Queues.PAGES, Queues.ORDINARY);

    private static final String DISCARD = """
            with decided as (
                update quarantine
                set decision = 'discarded', decided_by = :who, decided_at = :at, remark = :remark
                where id = :id and decision is null
                returning intake_id
            ), given_up as (
                update intake set outcome = 'rejected', reason = :remark, ended_at = :at
                from decided where intake.id = decided.intake_id
                returning channel
            )
            insert into tally_delta (channel, what, n)
            select channel, what, n from given_up, (values ('quarantined', -1), ('rejected', 1)) as moved (what, n)
            """;

    private static final String SELECT = """
            select q.id, q.intake_id, i.channel, i.source, i.received_at, q.at, q.stage, q.kind, q.reason, q.attempts,
                   i.media_type, i.size, i.sha256
            from quarantine q join intake i on i.id = q.intake_id
            """;

    private final JdbcClient jdbc;
    private final Bell bell;

    JdbcQuarantineBook(JdbcClient jdbc, Bell bell) {
        this.jdbc = jdbc;
        this.bell = bell;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(IntakeId intake, String stage, Kind kind, String reason, Instant at) {
        jdbc.sql(KEEP)
                .param("id", UUID.randomUUID())
                .param("intake", intake.value())
                .param("stage", stage)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<Entry> open(int limit) {
        return jdbc.sql(SELECT + " where q.decision is null order by q.at desc, q.id limit :limit")
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public Optional<Entry> find(UUID id) {
        return jdbc.sql(SELECT + " where q.id = :id")
                .param("id", id)
                .query((row, n) -> entry(row))
                .optional();
    }

    @Override
    public boolean retry(UUID id, String who, Instant at) {
        int moved = jdbc.sql(RETRY)
                .param("id", id)
                .param("who", who)
                .param("at", Timestamp.from(at))
                .update();
        bell.ring();
        return moved > 0;
    }

    @Override
    public boolean discard(UUID id, String who, String remark, Instant at) {
        return jdbc.sql(DISCARD)
                        .param("id", id)
                        .param("who", who)
                        .param("remark", remark)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new IntakeId(row.getObject("intake_id", UUID.class)),
                row.getString("channel"),
                row.getString("source"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getString("stage"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"));
    }
}
