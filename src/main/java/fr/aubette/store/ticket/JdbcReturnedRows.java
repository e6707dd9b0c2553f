package fr.aubette.store.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.ticket.ReturnedRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcReturnedRows implements ReturnedRows {

    private final JdbcClient jdbc;

    JdbcReturnedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TicketId> returned(UUID contact, String how, String actor, Instant at) {
        return jdbc.sql("""
                        with noted as (
                            insert into returned_item (contact_id, how, returned_by, returned_at) values (?, ?, ?, ?)
                            on conflict do nothing returning contact_id
                        )
                        select tc.ticket_id from noted join ticket_contact tc using (contact_id)
                        """)
                .params(contact, how, actor, Timestamp.from(at))
                .query((row, n) -> new TicketId(row.getObject("ticket_id", UUID.class)))
                .list();
    }
}
