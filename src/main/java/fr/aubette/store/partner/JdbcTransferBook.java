package fr.aubette.store.partner;

import fr.aubette.model.Partner;
import fr.aubette.model.TicketId;
import fr.aubette.partner.Transfer;
import fr.aubette.partner.Transfer.State;
import fr.aubette.partner.TransferBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcTransferBook implements TransferBook {

    private final JdbcClient jdbc;

    JdbcTransferBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Transfer transfer, String actor) {
        jdbc.sql("""
                        insert into transfer (id, ticket_id, partner, address, way, sent_on, answer_by, actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        transfer.id(),
                        transfer.ticket().value(),
                        transfer.partner(),
                        transfer.address(),
                        transfer.way().code(),
                        transfer.sentOn(),
                        transfer.answerBy(),
                        actor)
                .update();
    }

    @Override
    public List<Transfer> of(TicketId ticket) {
        return jdbc.sql("select * from transfer where ticket_id = :ticket order by seq")
                .param("ticket", ticket.value())
                .query((row, n) -> transfer(row))
                .list();
    }

    @Override
    public Optional<Transfer> find(UUID transfer) {
        return jdbc.sql("select * from transfer where id = :id")
                .param("id", transfer)
                .query((row, n) -> transfer(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Transfer> toHand(int most) {
        return jdbc.sql("select * from transfer where way = 'file' and handed_at is null order by seq limit :most")
                .param("most", most)
                .query((row, n) -> transfer(row))
                .list();
    }

    @Override
    public void handed(Transfer transfer, Instant at) {
        jdbc.sql("update transfer set handed_at = ? where id = ?")
                .params(Timestamp.from(at), transfer.id())
                .update();
    }

    @Override
    public void tellPartner(Transfer transfer, String json) {
        jdbc.sql("""
                        insert into outbox (kind, destination, group_key, content_type, body)
                        values ('queue', ?, ?, 'application/json', ?)
                        """).params(transfer.address(), transfer.id().toString(), json).update();
    }

    @Override
    public void received(Transfer transfer, LocalDate on) {
        jdbc.sql("update transfer set received_on = ? where id = ?")
                .params(on, transfer.id())
                .update();
    }

    @Override
    public void end(Transfer transfer, State state, String remark) {
        jdbc.sql("update transfer set state = ?, remark = ? where id = ?")
                .params(state.code(), remark, transfer.id())
                .update();
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("partner"),
                row.getString("address"),
                Partner.Way.ofCode(row.getString("way")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("answer_by", LocalDate.class),
                State.ofCode(row.getString("state")),
                Optional.ofNullable(row.getObject("received_on", LocalDate.class)),
                !row.getString("way").equals("file") || row.getTimestamp("handed_at") != null,
                row.getString("remark"));
    }
}
