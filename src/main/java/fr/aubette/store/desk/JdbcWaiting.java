package fr.aubette.store.desk;

import fr.aubette.access.CitizenSight;
import fr.aubette.access.Sight;
import fr.aubette.desk.Waiting;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaiting implements Waiting {

    /**
     * A contact about several matters is asked about only where the viewer sees each of them and knows of every
     * candidate.
     */
    private static final String ALL =
            """
            with q as (select contact_id, array_agg(citizen_id order by rank) as candidates,
                              bool_or(beneficiary) as beneficiary
                       from identity_question group by contact_id)
            select c.id, c.channel, c.received_at, q.beneficiary, q.candidates,
                   coalesce(c.detail -> case when q.beneficiary then 'beneficiary' else 'requester' end, '{}')::text as person,
                   w.number, w.subject, w.priority, w.due
            from q join contact c on c.id = q.contact_id
            cross join lateral (
                select min(t.level) as least, max(t.rank) as rank, bool_or(t.ended_at is null) as open,
                       min(d.due_on) as due, min(t.priority) as priority,
                       (array_agg(t.number order by t.ended_at is null desc, t.rank desc, t.number))[1] as number,
                       (array_agg(t.subject order by t.ended_at is null desc, t.rank desc, t.number))[1] as subject
                from (select t.*, %s as level from ticket_contact tc join ticket t on t.id = tc.ticket_id
                      where tc.contact_id = c.id) t
                left join deadline d on d.ticket_id = t.id and t.ended_at is null) w
            where w.least >= 2
              and not exists (
                  select 1 from citizen z
                  cross join lateral (select coalesce(z.person, z.id) as person) p cross join %s
                  where z.id = any(q.candidates) and (not (%s) or %s))
            order by w.open desc, w.rank desc, w.due, c.received_at, c.id limit :most
            """.formatted(Sight.LEVEL, CitizenSight.MET, CitizenSight.KNOWS, CitizenSight.BY_OTHERS_NUMBER);

    private final JdbcClient jdbc;
    private final ContactJson json;

    JdbcWaiting(JdbcClient jdbc, ContactJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Asked> all(Sight sight) {
        return jdbc.sql(ALL)
                .params(sight.parameters())
                .param("fewOnly", sight.confidential())
                .param("most", MOST)
                .query((row, n) -> asked(row))
                .list();
    }

    private Asked asked(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new Asked(
                row.getObject("id", UUID.class),
                channel,
                row.getTimestamp("received_at").toInstant(),
                json.requester(row.getString("person")).orElseGet(Person::unknown),
                row.getBoolean("beneficiary"),
                ChannelKind.ofCode(channel) == ChannelKind.LETTER,
                List.of((UUID[]) row.getArray("candidates").getArray()),
                row.getString("number"),
                row.getString("subject"),
                row.getString("priority"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)));
    }
}
