package fr.aubette.store.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.IntakeBook;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.outbox.Bell;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** What a scanner made in one go: known as a batch from the first. */
    private static final String ENTER_SCAN = ENTER.replace("""
            )
            select id from entered
            """, """
            ), batched as (
                insert into batch (id, source, reference, file_name, site, arrived_on, sha256, size, taken_at)
                select id, :source, :reference, :fileName, :site, :arrivedOn::date, :sha256, :size, :now from entered
            ), lettered as (
                insert into batch_letter (batch_id, number, intake_id) select id, 1, id from entered
            )
            select id from entered
            """);

    private static final String AGAIN = """
            insert into batch_again as a (batch_id, file_name, written_at, first_at, last_at)
            select id, :fileName, :writtenAt, :now, :now from batch where id = :id
            on conflict (batch_id, file_name, written_at) do update set last_at = excluded.last_at, times = a.times + 1
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
        UUID before = existing(item);
        if (item.channel() == ChannelKind.LETTER) {
            again(before, item);
        }
        return new Taken(new IntakeId(before), false);
    }

    private void again(UUID batch, RawItem item) {
        jdbc.sql(AGAIN)
                .param("id", batch)
                .param("fileName", fileName(item))
                .param("writtenAt", Timestamp.from(item.receivedAt()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String fileName(RawItem item) {
        return item.facts().getOrDefault("fileName", "").replace("\0", "");
    }

    private Optional<UUID> insert(RawItem item, ContentStore.Kept kept, String queue) {
        boolean scan = item.channel() == ChannelKind.LETTER;
        JdbcClient.StatementSpec statement = jdbc.sql(scan ? ENTER_SCAN : ENTER);
        if (scan) {
            statement
                    .param("fileName", fileName(item))
                    .param("site", item.facts().getOrDefault("site", ""))
                    .param("arrivedOn", arrivedOn(item));
        }
        return statement
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

    private static @Nullable LocalDate arrivedOn(RawItem item) {
        try {
            return LocalDate.parse(item.facts().getOrDefault("arrivedOn", ""));
        } catch (DateTimeParseException e) {
            return null;
        }
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
