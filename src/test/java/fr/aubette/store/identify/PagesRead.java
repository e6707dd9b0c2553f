package fr.aubette.store.identify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL has read so far of what a look-up touches: pages of each, and entries of the indexes. */
record PagesRead(Map<String, Long> counts) {

    private static final String INDEXES = """
            select i.indexrelname as name, i.idx_blks_hit + i.idx_blks_read as pages, s.idx_tup_read as entries
            from pg_statio_user_indexes i join pg_stat_user_indexes s using (indexrelid)
            where i.indexrelname in ('citizen_key_pkey', 'citizen_pkey')
            """;

    private static final String TABLES = """
            select relname as name, heap_blks_hit + heap_blks_read as pages
            from pg_statio_user_tables where relname in ('citizen', 'citizen_key')
            """;

    static PagesRead now(JdbcTemplate jdbc) {
        jdbc.execute("select pg_stat_force_next_flush()");
        jdbc.execute("select pg_stat_clear_snapshot()");
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(INDEXES, row -> {
            counts.put(row.getString("name") + " pages", row.getLong("pages"));
            counts.put(row.getString("name") + " entries", row.getLong("entries"));
        });
        jdbc.query(TABLES, row -> {
            counts.put(row.getString("name") + " pages", row.getLong("pages"));
        });
        return new PagesRead(counts);
    }

    /** What was read since, for each of so many look-ups, and how large each is. */
    void print(JdbcTemplate jdbc, int citizens, int lookUps) {
        PagesRead later = now(jdbc);
        later.counts.forEach((what, count) -> System.out.printf(
                Locale.ROOT,
                "%8d citizens  %-26s %6.2f a look-up%n",
                citizens,
                what,
                (count - counts.getOrDefault(what, 0L)) / (double) lookUps));
        for (String each : List.of("citizen_key_pkey", "citizen_pkey", "citizen")) {
            Long bytes = jdbc.queryForObject("select pg_relation_size(?::regclass)", Long.class, each);
            System.out.printf(Locale.ROOT, "%8d citizens  %-26s %6d MB%n", citizens, each, bytes >> 20);
        }
    }
}
