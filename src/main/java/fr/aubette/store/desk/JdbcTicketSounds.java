package fr.aubette.store.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.TicketSounds;
import fr.aubette.model.TicketId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class JdbcTicketSounds implements TicketSounds {

    /** A sound speaks of all that its call is about: who may not see all of that hears nothing. */
    private static final String HEARD = """
            from ticket t join ticket_contact tc on tc.ticket_id = t.id join contact c on c.id = tc.contact_id
            join call_sound s on s.intake_id = c.intake_id
            where %1$s >= 2
              and not exists (
                  select 1 from ticket_contact other join ticket t on t.id = other.ticket_id
                  where other.contact_id = c.id and %1$s < 2)
            """.formatted(Sight.LEVEL);

    private final JdbcClient jdbc;

    JdbcTicketSounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Sound> of(TicketId ticket, Sight sight) {
        return jdbc.sql("""
                        select s.id, c.id as contact, s.kind, extract(epoch from s.lasted) as seconds, s.kept_at, s.deleted_at
                        """ + HEARD + """
                         and t.id = :ticket
                         and not (s.deleted_at is not null and exists (
                             select 1 from call_sound o
                             where o.intake_id = s.intake_id and o.sha256 = s.sha256 and o.id <> s.id
                               and (o.deleted_at is null or o.kept_at < s.kept_at)))
                        order by s.began_at, s.id
                        """)
                .params(sight.parameters())
                .param("ticket", ticket.value())
                .query((row, n) -> new Sound(
                        row.getObject("id", UUID.class),
                        row.getObject("contact", UUID.class),
                        row.getString("kind"),
                        Duration.ofSeconds(row.getLong("seconds")),
                        row.getTimestamp("kept_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("deleted_at")).map(Timestamp::toInstant)))
                .list();
    }

    @Override
    public Optional<Bytes> find(String number, UUID sound, Sight sight) {
        return jdbc.sql("select s.sha256, s.media_type, s.size " + HEARD
                        + " and t.number = :number and s.id = :sound and s.deleted_at is null")
                .params(sight.parameters())
                .param("number", number)
                .param("sound", sound)
                .query((row, n) -> new Bytes(row.getString("sha256"), row.getString("media_type"), row.getLong("size")))
                .optional();
    }
}
