package fr.aubette.store.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.Queues;
import fr.aubette.intake.StreamBook;
import fr.aubette.model.IntakeId;
import fr.aubette.outbox.Bell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcStreamBook implements StreamBook {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    /**
     * Has no outcome, said so that the row is found by its id: the index of all rows in flight is small only while
     * little is in flight.
     */
    private static final String OPEN = "coalesce(outcome, '') = ''";

    /** The count may be lost in a power cut, which kills no more than that: so it need not wait for the disk. */
    private static final String COUNT = """
            with quickly as (select set_config('synchronous_commit', 'off', true))
            update intake set attempts = attempts + 1 from quickly
            where id = :id and %s
            returning channel, source, reference, received_at, media_type, facts, sha256, attempts
            """.formatted(OPEN);

    /**
     * The first statement of a journey's transaction. In the rest of it plans are made once and kept, and go by keys:
     * to plan each look-up anew for the length of its arrays cost as much as the look-up, and a plan made while the
     * tables were empty read all of them. Compiling pays for none of them.
     */
    private static final String CLAIM = """
            with planned as (
                select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                       set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                       set_config('jit', 'off', true)
            )
            select 1 from intake, planned where id = :id and %s for update of intake
            """.formatted(OPEN);

    private static final String ANNOUNCE_AGAIN = """
            with late as (
                update intake set announced_at = :now
                where outcome is null and announced_at < :before
                  and not exists (select 1 from outbox where body = intake.id::text)
                  and not exists (select 1 from batch_letter l where l.intake_id = intake.id and l.waits is not null)
                returning id, channel
            )
            insert into outbox (kind, destination, content_type, body)
            select 'queue', case channel when 'letter' then '%s' when 'phone' then '%s' else '%s' end,
                   'text/plain', id::text
            from late
            """.formatted(Queues.PAGES, Queues.URGENT, Queues.ORDINARY);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Bell bell;

    JdbcStreamBook(JdbcClient jdbc, ObjectMapper json, Clock clock, Bell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public Optional<Entry> countAttempt(IntakeId id) {
        return jdbc.sql(COUNT)
                .param("id", id.value())
                .query((row, n) -> entry(row))
                .optional();
    }

    @Override
    public Optional<Entry> find(IntakeId id) {
        return jdbc.sql("""
                        select channel, source, reference, received_at, media_type, facts, sha256, attempts
                        from intake where id = :id
                        """)
                .param("id", id.value())
                .query((row, n) -> entry(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(IntakeId id) {
        return jdbc.sql(CLAIM)
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public int announceAgain(Instant before) {
        int late = jdbc.sql(ANNOUNCE_AGAIN)
                .param("now", Timestamp.from(clock.instant()))
                .param("before", Timestamp.from(before))
                .update();
        if (late > 0) {
            bell.ring();
        }
        return late;
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("channel"),
                row.getString("source"),
                row.getString("reference"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("media_type"),
                facts(row.getString("facts")),
                row.getString("sha256"),
                row.getInt("attempts"));
    }

    private Map<String, String> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of an intake are not what was written", e);
        }
    }
}
