package fr.aubette.store.normalise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.AlarmWords;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.Queues;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.TakenScans;
import fr.aubette.outbox.Bell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTakenScans implements TakenScans {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ContentStore contents;
    private final AlarmWords words;
    private final Bell bell;

    JdbcTakenScans(JdbcClient jdbc, ObjectMapper json, ContentStore contents, AlarmWords words, Bell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.contents = contents;
        this.words = words;
        this.bell = bell;
    }

    @Override
    public Optional<RawItem> find(IntakeId id) {
        return jdbc.sql("""
                        select source, reference, received_at, media_type, facts, sha256
                        from intake where id = :id and outcome is null
                        """)
                .param("id", id.value())
                .query((row, n) -> item(row))
                .optional();
    }

    @Override
    public void announce(IntakeId id, String text) {
        jdbc.sql("""
                        insert into outbox (kind, destination, content_type, body)
                        values ('queue', :queue, 'text/plain', :id)
                        """)
                .param("queue", words.alarming(text) ? Queues.URGENT : Queues.ORDINARY)
                .param("id", id.toString())
                .update();
        bell.ring();
    }

    @Override
    public void enter(IntakeId scan, int letter, String text) {
        jdbc.sql("""
                        with entered as (
                            insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                                media_type, facts, sha256, size)
                            select gen_random_uuid(), channel, source, reference || '#' || :letter, received_at, now(),
                                   now(), media_type, facts || jsonb_build_object('letter', :letter), sha256, size
                            from intake where id = :scan
                            on conflict (channel, source, reference) do nothing
                            returning id
                        ), announced as (
                            insert into outbox (kind, destination, content_type, body)
                            select 'queue', :queue, 'text/plain', id::text from entered
                        )
                        insert into tally_delta (channel, what, n) select 'letter', 'taken', 1 from entered
                        """)
                .param("scan", scan.value())
                .param("letter", Integer.toString(letter))
                .param("queue", words.alarming(text) ? Queues.URGENT : Queues.ORDINARY)
                .update();
        bell.ring();
    }

    private RawItem item(ResultSet row) throws SQLException {
        try {
            return new RawItem(
                    ChannelKind.LETTER,
                    row.getString("source"),
                    row.getString("reference"),
                    row.getTimestamp("received_at").toInstant(),
                    row.getString("media_type"),
                    json.readValue(row.getString("facts"), FACTS),
                    contents.find(row.getString("sha256")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of an intake are not what was written", e);
        }
    }
}
