package fr.aubette.store.switchboard;

import fr.aubette.access.CitizenSight;
import fr.aubette.access.Sight;
import fr.aubette.identify.match.Keys;
import fr.aubette.model.TicketId;
import fr.aubette.switchboard.CallerBook;
import fr.aubette.switchboard.Holder;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class JdbcCallerBook implements CallerBook {

    private static final String HOLDERS = """
            with found as (
                select distinct coalesce(c.person, c.id) as person
                from (select citizen_id from citizen_key where key = :key limit :most + 1) k
                join citizen c on c.id = k.citizen_id),
            member as (
                select f.person, c.id, c.confidential from found f join citizen c on c.id = f.person or c.person = f.person),
            sure as (
                select m.person, array_agg(distinct m.id) as members, bool_or(m.confidential) as confidential,
                       (array_agg(n.proof order by array_position(array['checked', 'matched', 'claimed'], n.proof)))[1] as proof,
                       (array_agg(n.source order by array_position(array['checked', 'matched', 'claimed'], n.proof)))[1] as source,
                       max(n.last_seen) as last_seen
                from member m
                left join citizen_fact n on n.citizen_id = m.id and n.kind = 'phone' and n.value = :number
                group by m.person)
            select s.*, concat_ws(' ', c.first_name, c.last_name) as name
            from sure s join citizen c on c.id = s.person where s.proof is not null
            order by array_position(array['checked', 'matched', 'claimed'], s.proof), s.last_seen desc, s.person
            """;

    /**
     * Somebody of a register who has no ticket is no secret; whoever has tickets is known by those that one sees. A
     * number that only contacts gave may have been given in a matter that she does not see.
     */
    private static final String KNOWN = """
            select p.person from unnest(:persons::uuid[], :said::boolean[]) as p (person, said) cross join %s
            where %s and not (p.said and met.hidden > 0)
            """.formatted(CitizenSight.MET, CitizenSight.KNOWS);

    private static final String OPEN = """
            select * from (select t.*, %s as level from ticket t
                           where t.citizen_id = any(:members::uuid[]) and t.ended_at is null) t
            where t.level > 0 order by t.rank desc, t.last_contact_at desc, t.id limit :limit
            """.formatted(Sight.LEVEL);

    private static final String LAST = """
            select t.citizen_id, t.number, c.channel, c.received_at, case when t.level = 2 then tc.subject else '' end as subject
            from (select t.*, %s as level from ticket t where t.citizen_id = any(:members::uuid[])) t
            join ticket_contact tc on tc.ticket_id = t.id join contact c on c.id = tc.contact_id
            where t.level > 0 order by c.received_at desc, c.id limit :limit
            """.formatted(Sight.LEVEL);

    private final JdbcClient jdbc;

    JdbcCallerBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Holder> holders(String number) {
        List<Holder> found = jdbc.sql(HOLDERS)
                .param("key", Keys.hashed("t|" + number))
                .param("number", number)
                .param("most", MOST)
                .query((row, n) -> holder(row))
                .list();
        return found.size() > MOST ? List.of() : found;
    }

    @Override
    public List<UUID> known(List<Holder> holders, Sight sight) {
        Set<UUID> known = Set.copyOf(jdbc.sql(KNOWN)
                .params(sight.parameters())
                .param("fewOnly", false)
                .param("persons", holders.stream().map(Holder::citizen).toArray(UUID[]::new))
                .param(
                        "said",
                        holders.stream()
                                .map(each -> each.source().equals("contact"))
                                .toArray(Boolean[]::new))
                .query(UUID.class)
                .list());
        return holders.stream().map(Holder::citizen).filter(known::contains).toList();
    }

    @Override
    public List<Matter> open(List<Holder> holders, int limit, Sight sight) {
        return jdbc.sql(OPEN)
                .params(sight.parameters())
                .param("members", members(holders))
                .param("limit", limit)
                .query((row, n) -> matter(row))
                .list();
    }

    @Override
    public List<Last> last(List<Holder> holders, int limit, Sight sight) {
        return jdbc.sql(LAST)
                .params(sight.parameters())
                .param("members", members(holders))
                .param("limit", limit)
                .query((row, n) -> new Last(
                        row.getObject("citizen_id", UUID.class),
                        row.getString("number"),
                        row.getString("channel"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("subject")))
                .list();
    }

    @Override
    public List<TicketId> hidden(UUID[] citizens, List<String> hiddenMotives) {
        return jdbc.sql("""
                        select id from ticket where citizen_id = any(:citizens::uuid[]) and ended_at is null
                          and (priority = 'protected' or motive = any(:motives::text[])) order by id
                        """)
                .param("citizens", citizens)
                .param("motives", hiddenMotives.toArray(String[]::new))
                .query((row, n) -> new TicketId(row.getObject("id", UUID.class)))
                .list();
    }

    private static UUID[] members(List<Holder> holders) {
        return holders.stream().flatMap(each -> each.members().stream()).toArray(UUID[]::new);
    }

    private static Holder holder(ResultSet row) throws SQLException {
        Array members = row.getArray("members");
        return new Holder(
                row.getObject("person", UUID.class),
                Arrays.asList((UUID[]) members.getArray()),
                row.getString("name"),
                Holder.Proof.valueOf(row.getString("proof").toUpperCase(Locale.ROOT)),
                row.getString("source"),
                row.getTimestamp("last_seen").toInstant(),
                row.getBoolean("confidential"));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        boolean whole = row.getInt("level") >= Sight.CONTENT;
        return new Matter(
                row.getObject("citizen_id", UUID.class),
                row.getString("number"),
                whole,
                whole ? row.getString("subject") : "",
                whole ? row.getString("motive") : "",
                row.getString("directorate"),
                row.getString("status"),
                row.getTimestamp("last_contact_at").toInstant());
    }
}
