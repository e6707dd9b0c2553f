package fr.aubette.store.switchboard;

import fr.aubette.switchboard.PhoneDays;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPhoneDays implements PhoneDays {

    private static final String SINCE = """
            select coalesce(detail #>> '{channel,queues,-1}', '') as queue,
                   case when detail #>> '{channel,queues,-1}' is null
                        then coalesce(detail #>> '{channel,dialled}', '') else '' end as dialled,
                   count(*) filter (where detail #>> '{channel,outcome}' = 'ANSWERED') as answered,
                   count(*) filter (where detail #>> '{channel,outcome}' <> 'ANSWERED') as lost
            from contact where channel = 'phone' and received_at >= :start
              and detail #>> '{channel,direction}' is distinct from 'OUTGOING'
            group by 1, 2 order by 1, 2
            """;

    private final JdbcClient jdbc;

    JdbcPhoneDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Day> since(Instant start) {
        return jdbc.sql(SINCE)
                .param("start", Timestamp.from(start))
                .query((row, n) -> new Day(
                        row.getString("queue"), row.getString("dialled"), row.getLong("answered"), row.getLong("lost")))
                .list();
    }
}
