package fr.aubette.store.incident;

import fr.aubette.incident.IncidentRows;
import fr.aubette.incident.Sighting;
import fr.aubette.model.TicketId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcIncidentRows implements IncidentRows {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(name, 0))
            from (select name from unnest(:names::text[]) as name order by name) as sorted
            """;

    /**
     * Reports looked at of one road or town, the latest: in a storm hundreds come, and each waits for the one before.
     */
    private static final int MOST = 100;

    private static final String NEAR = """
            with told as (
                (select * from incident_report
                 where motive = :motive and thing = :thing and road = :road and seen_at >= :since
                   and coalesce(abs(kilometre - :kilometre) <= :apart, true)
                 order by seen_at desc limit :most)
                union all
                (select * from incident_report
                 where motive = :motive and thing = :thing and (road is null or cast(:road as text) is null)
                   and seen_at >= :since and cardinality(cast(:communes as text[])) > 0
                   and communes && cast(:communes as text[])
                 order by seen_at desc limit :most))
            select r.*, coalesce(r.first_id, r.ticket_id) as first
            from told r join ticket t on t.id = r.ticket_id
            join ticket f on f.id = coalesce(r.first_id, r.ticket_id)
            where t.ended_at is null and t.priority <> 'protected' and f.priority <> 'protected'
            order by r.seen_at, r.ticket_id
            """;

    private static final String KEEP = """
            insert into incident_report (ticket_id, motive, thing, road, kilometre, communes, landmarks, seen_at)
            values (:ticket, :motive, :thing, :road, :kilometre, :communes, :landmarks, :at)
            on conflict do nothing
            """;

    /** A ticket that no report was kept of tells of nothing by itself: nothing new is linked by it. */
    private static final String LINK = """
            insert into incident_report (ticket_id, motive, thing, communes, landmarks, seen_at,
                                         first_id, confidence, why, linked_by, linked_at)
            select t.id, t.motive, '', '{}', '{}', t.last_contact_at, :first, :confidence, :why, :actor, :at
            from ticket t where t.id = :ticket
            on conflict (ticket_id) do update
            set first_id = excluded.first_id, confidence = excluded.confidence, why = excluded.why,
                linked_by = excluded.linked_by, linked_at = excluded.linked_at
            """;

    private static final String PART = """
            update incident_report
            set first_id = null, confidence = null, linked_by = null, linked_at = null, parted_by = :actor, parted_at = :at
            where ticket_id = :ticket and first_id is not null
            """;

    private static final String NEXT_FIRST = """
            with next as (
                select ticket_id from incident_report where first_id = :ticket order by seen_at, ticket_id limit 1),
            led as (
                update incident_report r
                set first_id = case when r.ticket_id <> n.ticket_id then n.ticket_id end,
                    linked_by = case when r.ticket_id <> n.ticket_id then r.linked_by end,
                    confidence = case when r.ticket_id <> n.ticket_id then r.confidence end
                from next n where r.first_id = :ticket
                returning 1),
            noted as (
                update incident_report set parted_by = :actor, parted_at = :at
                where ticket_id = :ticket and exists (select 1 from next))
            select count(*) from led
            """;

    private static final String OF = """
            with head as (
                select coalesce((select first_id from incident_report where ticket_id = :ticket), :ticket) as id)
            select t.id, t.number, t.status, t.id = h.id as first, coalesce(r.why, '') as why,
                   coalesce(a.display_name, r.linked_by, '') as by
            from head h join ticket t on t.id = h.id or t.id in (select ticket_id from incident_report where first_id = h.id)
            left join incident_report r on r.ticket_id = t.id
            left join account a on a.login = r.linked_by
            where t.priority <> 'protected'
              and exists (select 1 from incident_report i where i.first_id = h.id)
            order by t.id <> h.id, r.seen_at, t.number
            """;

    private final JdbcClient jdbc;

    JdbcIncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(List<String> places) {
        jdbc.sql(LOCK)
                .param("names", places.toArray(String[]::new))
                .query((row, n) -> 1)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Report> near(String motive, Sighting sighting, Instant since) {
        return jdbc.sql(NEAR)
                .param("motive", motive)
                .param("since", Timestamp.from(since))
                .param("thing", sighting.thing())
                .param("kilometre", sighting.kilometre().orElse(null), Types.DOUBLE)
                .param("apart", Sighting.NEAR)
                .param("most", MOST)
                .param("road", sighting.road().orElse(null), Types.VARCHAR)
                .param("communes", sighting.communes().toArray(String[]::new))
                .query((row, n) -> new Report(id(row, "ticket_id"), id(row, "first"), sighting(row)))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(TicketId ticket, String motive, Sighting sighting, Instant at) {
        jdbc.sql(KEEP)
                .param("ticket", ticket.value())
                .param("motive", motive)
                .param("thing", sighting.thing())
                .param("road", sighting.road().orElse(null), Types.VARCHAR)
                .param("kilometre", sighting.kilometre().orElse(null), Types.DOUBLE)
                .param("communes", sighting.communes().toArray(String[]::new))
                .param("landmarks", sighting.landmarks().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(TicketId ticket, TicketId first, double confidence, String why, String actor, Instant at) {
        jdbc.sql(LINK)
                .param("ticket", ticket.value())
                .param("first", first.value())
                .param("confidence", confidence)
                .param("why", why)
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean part(TicketId ticket, String actor, Instant at) {
        int linked = jdbc.sql(PART)
                .param("ticket", ticket.value())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .update();
        long led = jdbc.sql(NEXT_FIRST)
                .param("ticket", ticket.value())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        return linked + led > 0;
    }

    @Override
    public List<Member> of(TicketId ticket) {
        return jdbc.sql(OF)
                .param("ticket", ticket.value())
                .query((row, n) -> new Member(
                        id(row, "id"),
                        row.getString("number"),
                        row.getBoolean("first"),
                        row.getString("status"),
                        row.getString("why"),
                        row.getString("by")))
                .list();
    }

    @Override
    public boolean known(TicketId ticket) {
        return jdbc.sql("select exists (select 1 from incident_report where ticket_id = ?)")
                .param(ticket.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public String words(TicketId ticket) {
        return jdbc.sql("""
                        select coalesce(string_agg(said, chr(10)), '') from (
                            select body as said from ticket_contact where ticket_id = :ticket
                            union all
                            select detail ->> 'text' from ticket_event where ticket_id = :ticket and kind = 'noted') w
                        """).param("ticket", ticket.value()).query(String.class).single();
    }

    @Override
    public Optional<TicketId> ticket(String number) {
        return jdbc.sql("select id from ticket where number = ? and ended_at is null and priority <> 'protected'")
                .param(number)
                .query((row, n) -> id(row, "id"))
                .optional();
    }

    private static TicketId id(ResultSet row, String column) throws SQLException {
        return new TicketId(Objects.requireNonNull(row.getObject(column, UUID.class)));
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                row.getString("thing"),
                Optional.ofNullable(row.getString("road")),
                Optional.ofNullable(row.getObject("kilometre", Double.class)),
                words(row.getArray("communes")),
                words(row.getArray("landmarks")));
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
