package fr.aubette.store.answer;

import fr.aubette.answer.Wish;
import fr.aubette.answer.Wishes;
import fr.aubette.model.CitizenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcWishes implements Wishes {

    private final JdbcClient jdbc;

    JdbcWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Wish> of(CitizenId citizen) {
        return jdbc.sql("select * from contact_wish where citizen_id = :citizen and ended_at is null order by set_at")
                .param("citizen", citizen.value())
                .query((row, n) -> wish(row))
                .list();
    }

    @Override
    public List<Wish> ofAddress(String address) {
        return jdbc.sql("""
                        select w.* from contact_wish w join identity_key k on k.citizen_id = w.citizen_id
                        where k.kind = 'mail' and k.value = :address and w.ended_at is null order by w.set_at
                        """)
                .param("address", address.toLowerCase(Locale.ROOT))
                .query((row, n) -> wish(row))
                .list();
    }

    @Override
    public void set(CitizenId citizen, Wish wish) {
        jdbc.sql("""
                        insert into contact_wish (id, citizen_id, kind, address, set_by, set_at)
                        values (:id, :citizen, :kind, :address, :by, :at)
                        """)
                .param("id", wish.id())
                .param("citizen", citizen.value())
                .param("kind", wish.kind().code())
                .param("address", wish.address())
                .param("by", wish.setBy())
                .param("at", Timestamp.from(wish.setAt()))
                .update();
    }

    @Override
    public void end(CitizenId citizen, UUID wish, String by, Instant at) {
        jdbc.sql("""
                        update contact_wish set ended_by = :by, ended_at = :at
                        where id = :id and citizen_id = :citizen and ended_at is null
                        """)
                .param("id", wish)
                .param("citizen", citizen.value())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getObject("id", UUID.class),
                Wish.Kind.ofCode(row.getString("kind")),
                row.getString("address"),
                row.getString("set_by"),
                row.getTimestamp("set_at").toInstant());
    }
}
