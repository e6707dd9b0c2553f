package fr.aubette.store.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import fr.aubette.ticket.SeparationRows;
import fr.aubette.ticket.TicketRows.Row;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSeparationRows implements SeparationRows {

    private static final String OPEN = """
            insert into ticket (id, number, citizen_id, motive, directorate, service, site, subject, priority, status,
                                opened_at, last_contact_at)
            select :fresh, :number, coalesce(c.beneficiary_id, c.citizen_id), t.motive, t.directorate, t.service, t.site,
                   tc.subject, t.priority, 'open', :at, c.received_at
            from ticket t join ticket_contact tc on tc.ticket_id = t.id join contact c on c.id = tc.contact_id
            where t.id = :from and c.id = :contact
              and exists (select 1 from ticket_contact o where o.ticket_id = t.id and o.contact_id <> c.id)
            """;

    private static final String LEAD =
            "insert into attribution (ticket_id, directorate, role) select id, directorate, 'lead' from ticket where id = :fresh";

    private static final String MOVE =
            "update ticket_contact set ticket_id = :fresh where ticket_id = :from and contact_id = :contact";

    private static final String MESSAGE = """
            update ticket_message set ticket_id = :fresh
            where ticket_id = :from
              and message_id = (select detail #>> '{channel,messageId}' from contact where id = :contact)
            """;

    private static final String LAST = """
            update ticket set last_contact_at = (
                select max(c.received_at) from ticket_contact tc join contact c on c.id = tc.contact_id
                where tc.ticket_id = :from)
            where id = :from
            """;

    private static final String COUNT = """
            with moved as (
                update intake i set outcome = 'opened' from contact c
                where c.id = :contact and i.id = c.intake_id and i.outcome = 'joined' returning i.channel
            )
            insert into tally_delta (channel, what, n)
            select channel, what, n from moved, (values ('joined', -1), ('opened', 1)) as counted (what, n)
            """;

    private final JdbcClient jdbc;

    JdbcSeparationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<TicketId> separate(Row from, UUID contact, Instant at) {
        UUID fresh = UUID.randomUUID();
        long next =
                jdbc.sql("select nextval('ticket_number')").query(Long.class).single();
        int opened = on(OPEN, fresh, from, contact)
                .param(
                        "number",
                        TicketNumber.of(at.atZone(ZoneOffset.UTC).getYear(), next)
                                .value())
                .param("at", Timestamp.from(at))
                .update();
        if (opened == 0) {
            return Optional.empty();
        }
        jdbc.sql(LEAD).param("fresh", fresh).update();
        on(MOVE, fresh, from, contact).update();
        on(MESSAGE, fresh, from, contact).update();
        jdbc.sql(LAST).param("from", from.id().value()).update();
        jdbc.sql(COUNT).param("contact", contact).update();
        return Optional.of(new TicketId(fresh));
    }

    private JdbcClient.StatementSpec on(String statement, UUID fresh, Row from, UUID contact) {
        return jdbc.sql(statement)
                .param("fresh", fresh)
                .param("from", from.id().value())
                .param("contact", contact);
    }
}
