package fr.aubette.store.answer;

import fr.aubette.answer.FactsBook;
import fr.aubette.answer.TicketFacts;
import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                   coalesce((select min(received_at) from said), t.opened_at) as received_at,
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
                   coalesce((select source from said where channel in ('mail', 'form')
                             order by received_at desc limit 1), '') as source
            from ticket t left join citizen z on z.id = t.citizen_id where t.id = :ticket
            """;

    private final JdbcClient jdbc;

    JdbcFactsBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TicketFacts of(TicketId ticket) {
        return jdbc.sql(FACTS)
                .param("ticket", ticket.value())
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
                row.getString("source"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
