package fr.aubette.store.archive;

import fr.aubette.archive.Elimination;
import fr.aubette.archive.Elimination.Paper;
import fr.aubette.archive.Elimination.Visa;
import fr.aubette.archive.Eliminations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcEliminations implements Eliminations {

    /** Paper of one letter may lie under several tickets: all of them must be of these motives, none protected. */
    private static final String DRAW = """
            insert into elimination_letter (elimination_id, intake_id, number, motive, site, arrived_on, sides, sha256)
            select :id, i.id, min(t.number), min(t.motive), coalesce(c.detail #>> '{channel,site}', ''),
                   (c.detail #>> '{channel,arrivedOn}')::date,
                   greatest(1, (select count(*) from jsonb_array_elements(c.detail #> '{channel,pages}') p
                                where coalesce(p ->> 'kind', 'LETTER') <> 'SEPARATOR')),
                   i.sha256
            from contact c join intake i on i.id = c.intake_id
            join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
            where c.channel = 'letter' and i.outcome in ('opened', 'joined', 'settled')
              and (c.detail #>> '{channel,arrivedOn}')::date <= :until
              and c.detail #>> '{channel,reading}' = 'WHOLE'
              and c.detail #>> '{channel,slip,unopened}' is null
              and coalesce(jsonb_array_length(c.detail #> '{channel,findings,registered}'), 0) = 0
              and coalesce(jsonb_array_length(c.detail #> '{channel,findings,toReturn}'), 0) = 0
              and not exists (select 1 from elimination_letter known
                              where known.intake_id = i.id and known.kept_back is null)
            group by i.id, c.id
            having bool_and(t.motive = any(:motives) and t.priority <> 'protected')
            order by (c.detail #>> '{channel,arrivedOn}')::date, i.id
            limit :most
            on conflict (intake_id) where kept_back is null do nothing
            """;

    private final JdbcClient jdbc;

    JdbcEliminations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Elimination> draw(
            UUID id, Instant at, String by, LocalDate until, Collection<String> motives, int most) {
        jdbc.sql("insert into elimination (id, drawn_at, drawn_by, arrived_until) values (:id, :at, :by, :until)")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("until", until)
                .update();
        int papers = jdbc.sql(DRAW)
                .param("id", id)
                .param("until", until)
                .param("motives", motives.toArray(String[]::new))
                .param("most", most)
                .update();
        if (papers == 0) {
            jdbc.sql("delete from elimination where id = :id").param("id", id).update();
        }
        return find(id);
    }

    @Override
    public Optional<Elimination> find(UUID id) {
        return jdbc.sql("select * from elimination where id = :id")
                .param("id", id)
                .query((row, n) -> elimination(row))
                .optional();
    }

    @Override
    public List<Elimination> recent(int most) {
        return jdbc.sql("select * from elimination order by number desc limit :most")
                .param("most", most)
                .query((row, n) -> elimination(row))
                .list();
    }

    private Elimination elimination(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<LocalDate> visaOn = Optional.ofNullable(row.getObject("visa_on", LocalDate.class));
        String visaBy = row.getString("visa_by");
        String reference = row.getString("visa_reference");
        return new Elimination(
                id,
                row.getLong("number"),
                row.getTimestamp("drawn_at").toInstant(),
                row.getString("drawn_by"),
                row.getObject("arrived_until", LocalDate.class),
                visaOn.map(on -> new Visa(visaBy, on, reference)),
                Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("destroyed_on", LocalDate.class)),
                papers(id));
    }

    private List<Paper> papers(UUID id) {
        return jdbc.sql(
                        "select * from elimination_letter where elimination_id = :id order by arrived_on, number, intake_id")
                .param("id", id)
                .query((row, n) -> new Paper(
                        row.getObject("intake_id", UUID.class),
                        row.getString("number"),
                        row.getString("motive"),
                        row.getString("site"),
                        row.getObject("arrived_on", LocalDate.class),
                        row.getInt("sides"),
                        row.getString("sha256"),
                        Optional.ofNullable(row.getString("kept_back"))))
                .list();
    }

    @Override
    public boolean visa(UUID id, Visa visa, String by, Instant at) {
        return jdbc.sql("""
                        update elimination set visa_by = :who, visa_on = :on, visa_reference = :reference,
                               visa_entered_by = :by, visa_entered_at = :at
                        where id = :id and visa_on is null and withdrawn_at is null
                        """)
                        .param("id", id)
                        .param("who", visa.by())
                        .param("on", visa.on())
                        .param("reference", visa.reference())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    @Override
    public boolean keepBack(UUID id, UUID intake, String why) {
        lock(id);
        return jdbc.sql("""
                        update elimination_letter l set kept_back = :why
                        where elimination_id = :id and intake_id = :intake and kept_back is null
                          and exists (select 1 from elimination e
                                      where e.id = :id and e.visa_on is null and e.withdrawn_at is null)
                        """)
                        .param("id", id)
                        .param("intake", intake)
                        .param("why", why)
                        .update()
                == 1;
    }

    @Override
    public boolean withdraw(UUID id, String by, Instant at) {
        lock(id);
        jdbc.sql("""
                        update elimination_letter set kept_back = 'withdrawn'
                        where elimination_id = :id and kept_back is null
                          and exists (select 1 from elimination e
                                      where e.id = :id and e.visa_on is null and e.withdrawn_at is null)
                        """).param("id", id).update();
        return jdbc.sql("""
                        update elimination set withdrawn_at = :at, withdrawn_by = :by
                        where id = :id and visa_on is null and withdrawn_at is null
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** No visa is entered meanwhile. */
    private void lock(UUID id) {
        jdbc.sql("select id from elimination where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    @Override
    public boolean destroyed(UUID id, LocalDate on, String by, Instant at) {
        return jdbc.sql("""
                        update elimination set destroyed_on = :on, destroyed_by = :by, destroyed_at = :at
                        where id = :id and visa_on <= :on and withdrawn_at is null and destroyed_on is null
                        """)
                        .param("id", id)
                        .param("on", on)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
