package fr.aubette.store.outbox;

import fr.aubette.outbox.MissedMessage;
import fr.aubette.outbox.MissedRows;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMissedRows implements MissedRows {

    private final JdbcClient jdbc;

    JdbcMissedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(MissedMessage missed) {
        jdbc.sql("""
                        insert into missed_message (message_id, directorate, kind, ticket, sent_at, expired_at)
                        values (:messageId, :directorate, :kind, :ticket, :sentAt, :expiredAt)
                        on conflict (message_id) do nothing
                        """)
                .param("messageId", missed.messageId())
                .param("directorate", missed.directorate())
                .param("kind", missed.kind())
                .param("ticket", missed.ticket())
                .param("sentAt", Timestamp.from(missed.sentAt()))
                .param("expiredAt", Timestamp.from(missed.expiredAt()))
                .update();
    }
}
