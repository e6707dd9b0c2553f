package fr.aubette.store.watch;

import fr.aubette.watch.Floods;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFloods implements Floods {

    private static final String LAST_HOUR = """
            select source, count(*) as n from intake
            where outcome = 'suppressed' and reason like 'afflux%' and ended_at > now() - interval '1 hour'
              and channel = 'mail'
            group by source
            """;

    private final JdbcClient jdbc;

    JdbcFloods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> lastHour() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(LAST_HOUR).query(row -> {
            counts.put(row.getString("source"), row.getLong("n"));
        });
        return counts;
    }
}
