package fr.aubette.store.backfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.backfile.Item;
import fr.aubette.backfile.Stocks;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.CaseFile;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Person;
import fr.aubette.model.RawItem;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcStocks implements Stocks {

    private static final String NEXT = """
            select i.backfile_id, i.number, b.folder, i.path, i.case_file, i.person
            from backfile b
            cross join lateral (
                select * from backfile_item where backfile_id = b.id and state = 'waiting' order by number limit 1) i
            where b.ended_at is null and not b.paused
            order by b.registered_at limit 1
            """;

    private static final String END_EMPTY = """
            update backfile b set ended_at = :now
            where b.ended_at is null
              and not exists (select 1 from backfile_item where backfile_id = b.id and state = 'waiting')
            """;

    private static final String ENTER = """
            with entered as (
                insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                    media_type, facts, sha256, size)
                values (:id, :channel, :source, :reference, :receivedAt, :now, :now,
                        :mediaType, :facts::jsonb, :sha256, :size)
                on conflict (channel, source, reference) do nothing
                returning id
            ), counted as (
                insert into tally_delta (channel, what, n) select :channel, 'taken', 1 from entered
            )
            select id from entered
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    JdbcStocks(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Item> next() {
        Optional<Item> next = jdbc.sql(NEXT).query((row, n) -> item(row)).optional();
        if (next.isEmpty()) {
            jdbc.sql(END_EMPTY).param("now", Timestamp.from(clock.instant())).update();
        }
        return next;
    }

    private Item item(ResultSet row) throws SQLException {
        try {
            return new Item(
                    row.getObject("backfile_id", UUID.class),
                    row.getInt("number"),
                    Path.of(row.getString("folder")),
                    row.getString("path"),
                    row.getString("case_file"),
                    json.readValue(row.getString("person"), Person.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a person of a back-file is not what was written", e);
        }
    }

    @Override
    public boolean dayWaits() {
        return jdbc.sql("""
                        select exists (select 1 from intake i where i.outcome is null and i.channel = 'letter'
                                       and not exists (select 1 from batch_letter l
                                                       where l.intake_id = i.id and l.waits is not null))
                        """).query(Boolean.class).single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<IntakeId> enter(RawItem item, ContentStore.Kept kept) {
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
                .query(UUID.class)
                .optional()
                .map(IntakeId::new);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void layInCaseFile(UUID contact, String caseFile, String path) {
        jdbc.sql("insert into case_document (contact_id, case_file, path) values (?, ?, ?)")
                .params(contact, CaseFile.folded(caseFile), path)
                .update();
    }

    @Override
    public void end(Item item, Item.End end, Optional<IntakeId> intake) {
        jdbc.sql("update backfile_item set state = ?, reason = ?, pages = ?, intake_id = ?, ended_at = ?"
                        + " where backfile_id = ? and number = ? and state = 'waiting'")
                .params(
                        end.state().code(),
                        end.reason(),
                        end.pages(),
                        intake.map(IntakeId::value).orElse(null),
                        Timestamp.from(end.at()),
                        item.stock(),
                        item.number())
                .update();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }
}
