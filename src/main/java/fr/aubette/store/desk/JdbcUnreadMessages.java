package fr.aubette.store.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.UnreadMessages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnreadMessages implements UnreadMessages {

    private static final String PAGE = """
            select m.*, t.number as seen
            from missed_message m left join ticket t on t.number = m.ticket and %s >= 1
            where m.directorate = any(:directorates::text[]) and m.id < :before
            order by m.id desc limit :limit
            """.formatted(Sight.LEVEL);

    private final JdbcClient jdbc;

    JdbcUnreadMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Unread> page(List<String> directorates, long before, int limit, Sight sight) {
        return jdbc.sql(PAGE)
                .params(sight.parameters())
                .param("directorates", directorates.toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new Unread(
                        row.getLong("id"),
                        row.getString("directorate"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("seen")),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getTimestamp("expired_at").toInstant()))
                .list();
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select directorate, count(*) as n from missed_message group by directorate")
                .query(row -> {
                    counts.put(row.getString("directorate"), row.getLong("n"));
                });
        return counts;
    }
}
