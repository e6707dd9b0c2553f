package fr.aubette.store.desk;

import fr.aubette.desk.Books;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBooks implements Books {

    private final JdbcClient jdbc;

    JdbcBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Account> read() {
        Map<String, Map<String, Long>> channels = new TreeMap<>();
        jdbc.sql("select channel, what, n from equation").query(row -> {
            channels.computeIfAbsent(row.getString("channel"), channel -> new HashMap<>())
                    .merge(row.getString("what"), row.getLong("n"), Long::sum);
        });
        return channels.entrySet().stream()
                .map(each -> account(each.getKey(), each.getValue()))
                .toList();
    }

    private static Account account(String channel, Map<String, Long> counted) {
        Map<String, Long> ends = new HashMap<>(counted);
        Long taken = ends.remove("taken");
        return new Account(channel, taken == null ? 0 : taken, ends);
    }
}
