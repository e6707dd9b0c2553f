package fr.aubette.store.receive;

import fr.aubette.receive.mail.Marks;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMarks implements Marks {

    private final JdbcClient jdbc;

    JdbcMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Mark> find(String source, String place) {
        return jdbc.sql(
                        "select uid_validity, last_uid, looked_at from mailbox_mark where source = :source and place = :place")
                .param("source", source)
                .param("place", place)
                .query((row, n) -> new Mark(
                        row.getLong("uid_validity"),
                        row.getLong("last_uid"),
                        row.getTimestamp("looked_at").toInstant()))
                .optional();
    }

    @Override
    public void save(String source, String place, Mark mark) {
        jdbc.sql("""
                        insert into mailbox_mark (source, place, uid_validity, last_uid, looked_at)
                        values (:source, :place, :validity, :uid, :at)
                        on conflict (source, place) do update
                        set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid,
                            looked_at = excluded.looked_at
                        """)
                .param("source", source)
                .param("place", place)
                .param("validity", mark.uidValidity())
                .param("uid", mark.lastUid())
                .param("at", Timestamp.from(mark.lookedAt()))
                .update();
    }
}
