package fr.aubette.store.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.ticket.Addressee;
import fr.aubette.ticket.Addressee.Role;
import fr.aubette.ticket.AddresseeRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAddresseeRows implements AddresseeRows {

    private final JdbcClient jdbc;

    JdbcAddresseeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Addressee> of(TicketId ticket) {
        return jdbc.sql("select * from addressee where ticket_id = :ticket order by role desc")
                .param("ticket", ticket.value())
                .query((row, n) -> new Addressee(
                        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("mail"),
                        Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant)))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(TicketId ticket, List<Addressee> both) {
        both.forEach(each -> jdbc.sql("""
                        insert into addressee (ticket_id, role, name, mail) values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(ticket.value(), each.role().code(), each.name(), each.mail())
                .update());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean answered(TicketId ticket, Role role, String actor, Instant at) {
        return jdbc.sql("""
                        update addressee set answered_at = ?, answered_by = ?
                        where ticket_id = ? and role = ? and answered_at is null
                        """)
                        .params(Timestamp.from(at), actor, ticket.value(), role.code())
                        .update()
                > 0;
    }
}
