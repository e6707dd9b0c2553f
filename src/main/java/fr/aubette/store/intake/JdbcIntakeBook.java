package fr.aubette.store.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.IntakeBook;
import fr.aubette.intake.Taken;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.outbox.Bell;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement is one transaction: the row, its announcement and its count are there together or not at all. */
@Repository
class JdbcIntakeBook implements IntakeBook {

    private static final String ENTER = """
            with entered as (
                insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                    media_type, facts, sha256, size)
                values (:id, :channel, :source, :reference, :receivedAt, :now, :now,
                        :mediaType, :facts::jsonb, :sha256, :size)
                on conflict (channel, source, reference) do nothing
                returning id
            ), announced as (
                insert into outbox (kind, destination, content_type, body)
                select 'queue', :queue, 'text/plain', id::text from entered
            ), counted as (
                insert into tally_delta (channel, what, n) select :channel, 'taken', 1 from entered
            )
            select id from entered
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Bell bell;

    JdbcIntakeBook(JdbcClient jdbc, ObjectMapper json, Clock clock, Bell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public Taken enter(RawItem item, ContentStore.Kept kept, String queue) {
        Optional<UUID> entered = insert(item, kept, queue);
        if (entered.isPresent()) {
            bell.ring();
            return new Taken(new IntakeId(entered.get()), true);
        }
        return new Taken(new IntakeId(existing(item)), false);
    }

    private Optional<UUID> insert(RawItem item, ContentStore.Kept kept, String queue) {
        return jdbc.sql(ENTER)
                .param("id", UUID.randomUUID())
                .param("channel", item.channel().code())
                .param("source", item.source())
                .param("reference", item.reference())
                .param("receivedAt", Timestamp.from(item.receivedAt()))
                .param("now", Timestamp.from(clock.instant()))
                .param("mediaType", item.mediaType())
                .param("facts", write(item.facts()))
                .param("sha256", kept.sha256())
                .param("size", kept.size())
                .param("queue", queue)
                .query(UUID.class)
                .optional();
    }

    private UUID existing(RawItem item) {
        return jdbc.sql(
                        "select id from intake where channel = :channel and source = :source and reference = :reference")
                .param("channel", item.channel().code())
                .param("source", item.source())
                .param("reference", item.reference())
                .query(UUID.class)
                .single();
    }

    private String write(Map<String, String> facts) {
        try {
            // PostgreSQL keeps no NUL, and none says anything
            return json.writeValueAsString(facts).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }
}
