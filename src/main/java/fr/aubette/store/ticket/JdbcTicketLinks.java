package fr.aubette.store.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.model.TicketLink;
import fr.aubette.ticket.TicketBook.TicketLine;
import fr.aubette.ticket.TicketLinks;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcTicketLinks implements TicketLinks {

    private final JdbcClient jdbc;
    private final JdbcOperations writes;

    JdbcTicketLinks(JdbcClient jdbc, JdbcOperations writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    @Override
    public void link(TicketId ticket, TicketLink link, Instant at) {
        Gathered.in(writes)
                .add(
                        """
                        insert into ticket_link (ticket_id, other_id, why, at) values (?, ?, ?, ?) on conflict do nothing
                        """,
                        ticket.value(),
                        link.to().value(),
                        link.why().name().toLowerCase(Locale.ROOT),
                        Timestamp.from(at));
    }

    @Override
    public TicketLine lock(TicketId ticket) {
        return jdbc.sql("select number, motive, directorate, priority from ticket where id = :id for update")
                .param("id", ticket.value())
                .query((row, n) -> new TicketLine(
                        ticket,
                        row.getString("number"),
                        row.getString("motive"),
                        row.getString("directorate"),
                        row.getString("priority").equals("protected"),
                        false))
                .single();
    }
}
