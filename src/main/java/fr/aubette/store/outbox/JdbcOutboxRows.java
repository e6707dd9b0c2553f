package fr.aubette.store.outbox;

import fr.aubette.outbox.Message;
import fr.aubette.outbox.OutboxRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutboxRows implements OutboxRows {

    private final JdbcClient jdbc;

    JdbcOutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Message> next(int limit) {
        // the limit is written out: with a parameter the plan is made anew each time
        return jdbc.sql("""
                        select id, message_id, kind, destination, group_key, content_type, body
                        from outbox order by id limit %d
                        """.formatted(limit))
                .query((row, n) -> new Message(
                        row.getLong("id"),
                        row.getObject("message_id", UUID.class),
                        Message.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("destination"),
                        Optional.ofNullable(row.getString("group_key")),
                        row.getString("content_type"),
                        row.getString("body")))
                .list();
    }

    /**
     * May be lost in a power cut, which only repeats a message that the broker knows: so it need not wait for the disk.
     */
    @Override
    public void delete(List<Long> ids) {
        jdbc.sql("""
                        with quickly as (select set_config('synchronous_commit', 'off', true))
                        delete from outbox using quickly where id = any(:ids)
                        """).param("ids", ids.toArray(Long[]::new)).update();
    }
}
