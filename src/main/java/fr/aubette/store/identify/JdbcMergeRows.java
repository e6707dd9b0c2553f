package fr.aubette.store.identify;

import fr.aubette.identify.MergeRows;
import fr.aubette.model.CitizenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcMergeRows implements MergeRows {

    private static final String MEMBERS = """
            select m.id, m.confidential, m.person is null or m.person = m.id as stands
            from citizen c join citizen m on m.id = c.id or m.person = c.person
            where c.id = :id order by m.id for update of m
            """;

    private static final String NEVER = """
            select exists (
                select 1 from never_same
                where one = any(:ones) and other = any(:others) or one = any(:others) and other = any(:ones))
            """;

    private static final String DECLARE = """
            insert into never_same (one, other, reason, declared_by, declared_at)
            values (least(:one, :other), greatest(:one, :other), :reason, :by, :at) on conflict do nothing
            """;

    private static final String MERGED = """
            insert into citizen_merge (id, absorbed, kept, reason, merged_by, merged_at)
            values (:id, :absorbed, :kept, :reason, :by, :at)
            """;

    private static final String STANDING =
            "select id, absorbed, kept, reason, merged_by, merged_at from citizen_merge where undone_at is null";

    private final JdbcClient jdbc;

    JdbcMergeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('merge of citizens', 0))")
                .query(row -> {});
    }

    @Override
    public List<Member> members(CitizenId citizen) {
        return jdbc.sql(MEMBERS)
                .param("id", citizen.value())
                .query((row, n) -> new Member(id(row, "id"), row.getBoolean("confidential"), row.getBoolean("stands")))
                .list();
    }

    @Override
    public boolean neverSame(Set<CitizenId> ones, Set<CitizenId> others) {
        return jdbc.sql(NEVER)
                .param("ones", ids(ones))
                .param("others", ids(others))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void declareNeverSame(CitizenId one, CitizenId other, String by, String reason, Instant at) {
        jdbc.sql(DECLARE)
                .param("one", one.value())
                .param("other", other.value())
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void merged(Merge merge) {
        jdbc.sql(MERGED)
                .param("id", merge.id())
                .param("absorbed", merge.absorbed().value())
                .param("kept", merge.kept().value())
                .param("reason", merge.reason())
                .param("by", merge.by())
                .param("at", Timestamp.from(merge.at()))
                .update();
    }

    @Override
    public Optional<Merge> standing(UUID merge) {
        return jdbc.sql(STANDING + " and id = :id")
                .param("id", merge)
                .query((row, n) -> merge(row))
                .optional();
    }

    @Override
    public List<Merge> standingAmong(Set<CitizenId> citizens) {
        return jdbc.sql(STANDING + " and kept = any(:citizens) order by merged_at, id")
                .param("citizens", ids(citizens))
                .query((row, n) -> merge(row))
                .list();
    }

    @Override
    public void undone(UUID merge, String by, Instant at) {
        jdbc.sql("update citizen_merge set undone_by = :by, undone_at = :at where id = :id")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", merge)
                .update();
    }

    @Override
    public void group(List<CitizenId> members) {
        UUID first = members.get(0).value();
        jdbc.sql("update citizen set person = :person where id = any(:members)")
                .param("person", members.size() == 1 ? null : first, java.sql.Types.OTHER)
                .param("members", ids(members))
                .update();
    }

    @Override
    public void confidential(CitizenId citizen, boolean confidential, String by, Instant at) {
        jdbc.sql("update citizen set confidential = :confidential where id = :citizen")
                .param("confidential", confidential)
                .param("citizen", citizen.value())
                .update();
        jdbc.sql("""
                        insert into confidential_change (citizen_id, confidential, changed_by, changed_at)
                        values (:citizen, :confidential, :by, :at)
                        """)
                .param("citizen", citizen.value())
                .param("confidential", confidential)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static UUID[] ids(Collection<CitizenId> citizens) {
        return citizens.stream().map(CitizenId::value).toArray(UUID[]::new);
    }

    private static CitizenId id(ResultSet row, String column) throws SQLException {
        return new CitizenId(row.getObject(column, UUID.class));
    }

    private static Merge merge(ResultSet row) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                id(row, "absorbed"),
                id(row, "kept"),
                row.getString("reason"),
                row.getString("merged_by"),
                row.getTimestamp("merged_at").toInstant());
    }
}
