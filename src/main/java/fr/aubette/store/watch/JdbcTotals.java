package fr.aubette.store.watch;

import fr.aubette.watch.Totals;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTotals implements Totals {

    private static final String FOLD = """
            with folded as (
                delete from tally_delta
                where id in (select id from tally_delta order by id limit 10000 for update skip locked)
                returning channel, what, n
            )
            insert into tally as t (channel, what, n)
            select channel, what, sum(n) from folded group by channel, what order by channel, what
            on conflict (channel, what) do update set n = t.n + excluded.n
            """;

    private final JdbcClient jdbc;

    JdbcTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Total> read() {
        return jdbc.sql("select channel, what, n from equation order by channel, what")
                .query((row, n) -> new Total(row.getString("channel"), row.getString("what"), row.getLong("n")))
                .list();
    }

    /** Keeps the deltas few; a fold lost to a crash or a silent database is made up for by the next. */
    @Scheduled(fixedDelayString = "${aubette.watch.fold-every:20s}")
    void fold() {
        try {
            jdbc.sql(FOLD).update();
        } catch (DataAccessException e) {
            return;
        }
    }
}
