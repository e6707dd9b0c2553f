package fr.aubette.store.answer;

import fr.aubette.answer.FactsBook;
import fr.aubette.answer.Silence;
import fr.aubette.answer.TicketFacts;
import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFactsBook implements FactsBook {

    /** Mails of a thread that an answer names: as many as fit well into one header. */
    private static final String FACTS = """
            with said as (
                select c.id, c.received_at, c.channel, c.detail, i.source
                from ticket_contact tc join contact c on c.id = tc.contact_id join intake i on i.id = c.intake_id
                where tc.ticket_id = :ticket
            )
            select t.id, t.number, t.subject, t.motive, t.directorate, t.priority = 'protected' as protected,
                   t.citizen_id, concat_ws(' ', z.first_name, z.last_name) as citizen,
                   coalesce((select min(coalesce(
                                 ((detail #>> '{channel,arrivedOn}')::date + time '12:00') at time zone 'Europe/Paris',
                                 received_at)) from said), t.opened_at) as received_at,
                   (select kind from deadline d where d.ticket_id = t.id and d.kind = any(:silent)
                    order by array_position(:silent, d.kind) limit 1) as silence,
                   (select due_on from deadline d where d.ticket_id = t.id and d.kind = any(:silent)
                    order by array_position(:silent, d.kind) limit 1) as silence_on,
                   coalesce((select k.kind = 'transferred' from clock_turn k
                             where k.ticket_id = t.id and k.kind in ('transferred', 'returned')
                             order by k.seq desc limit 1), false) as transferred,
                   coalesce((select detail #>> '{requester,address}' from said
                             where detail #>> '{requester,address}' is not null
                             order by received_at desc limit 1), '') as postal,
                   array(select mail from (
                             select distinct on (m.mail) m.mail, s.received_at
                             from said s, jsonb_array_elements_text(s.detail #> '{requester,mails}') with ordinality
                                 as m (mail, place)
                             order by m.mail, s.received_at desc) as each_mail
                         order by received_at desc limit 5) as addresses,
                   array(select id from (
                             select s.detail #>> '{channel,messageId}' as id, s.received_at from said s
                             where s.channel = 'mail'
                             order by s.received_at desc limit 10) as latest
                         where id is not null order by received_at) as message_ids,
                   coalesce((select channel = 'letter' from said where channel in ('mail', 'form', 'letter')
                             order by received_at desc limit 1), false) as by_letter,
                   coalesce((select source from said where channel in ('mail', 'form')
                             order by received_at desc limit 1), '') as source
            from ticket t left join citizen z on z.id = t.citizen_id where t.id = :ticket
            """;

    /** What an acknowledgement says of silence, the first that is owed. */
    private static final String[] SILENT = {"IMPLIED_REJECTION", "IMPLIED_ACCEPTANCE", "DECISION"};

    private final JdbcClient jdbc;

    JdbcFactsBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TicketFacts of(TicketId ticket) {
        return jdbc.sql(FACTS)
                .param("ticket", ticket.value())
                .param("silent", SILENT)
                .query((row, n) -> facts(row))
                .single();
    }

    private static TicketFacts facts(ResultSet row) throws SQLException {
        return new TicketFacts(
                new TicketId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("subject"),
                row.getString("motive"),
                row.getString("directorate"),
                row.getBoolean("protected"),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getObject("citizen_id", UUID.class)).map(CitizenId::new),
                row.getString("citizen"),
                texts(row.getArray("addresses")),
                texts(row.getArray("message_ids")),
                row.getString("source"),
                silence(row),
                row.getBoolean("transferred"),
                row.getString("postal"),
                row.getBoolean("by_letter"));
    }

    private static Optional<Silence> silence(ResultSet row) throws SQLException {
        @Nullable LocalDate on = row.getObject("silence_on", LocalDate.class);
        return on == null
                ? Optional.empty()
                : Optional.of(new Silence(
                        Silence.Meaning.valueOf(row.getString("silence").replace("IMPLIED_", "")), on));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
