package fr.aubette.store.identify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubDatabase;
import fr.aubette.identify.IdentityKey;
import fr.aubette.identify.match.CountedNames;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A citizen whom another transaction opens at this very moment: waited for, and found. */
class JustOpenedTest {

    private static final IdentityKey PHONE = new IdentityKey(IdentityKey.Kind.PHONE, "+33639980171");
    private static final Set<String> KEYS = Set.of("t|+33639980171");

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    /**
     * The trap: the insert waits, gives no row, and what stands beside it in the statement is older than what it waited
     * for.
     */
    @Test
    void isMissedByAnInsertThatDoesNothingAndReturns() throws Exception {
        UUID id = UUID.randomUUID();
        String insertOrFind = """
                with opened as (insert into citizen (id, opened_at) values ('%1$s', now()) on conflict do nothing returning id)
                select id from opened union all select id from citizen where id = '%1$s'
                """.formatted(id);
        List<UUID> found = whileAnotherOpens(id, jdbc -> jdbc.queryForList(insertOrFind, UUID.class));

        assertThat(found).isEmpty();
    }

    @Test
    void isFoundByTheLookUp() throws Exception {
        UUID id = UUID.randomUUID();
        List<Profile> found = whileAnotherOpens(
                id, jdbc -> new JdbcCitizenDirectory(jdbc, new CountedNames()).holders(List.of(PHONE), KEYS));

        assertThat(found).extracting(Profile::id).containsExactly(id.toString());
    }

    /** The first opens and stays open until the second waits for it. */
    private <T> T whileAnotherOpens(UUID id, Function<JdbcTemplate, T> second) throws Exception {
        try (Connection one = transaction();
                Connection other = transaction()) {
            JdbcTemplate first = new JdbcTemplate(new SingleConnectionDataSource(one, true));
            JdbcTemplate waiter = new JdbcTemplate(new SingleConnectionDataSource(other, true));
            new JdbcCitizenDirectory(first, new CountedNames()).holders(List.of(PHONE), KEYS);
            first.update("insert into citizen (id, opened_at) values (?, now())", id);
            first.update("insert into citizen_key (key, citizen_id) values (?, ?)", Keys.hashed("t|+33639980171"), id);
            CompletableFuture<T> found = CompletableFuture.supplyAsync(() -> second.apply(waiter));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);
            one.commit();
            T result = found.get(20, TimeUnit.SECONDS);
            other.rollback();
            try (Connection clean = DATABASE.connect()) {
                JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(clean, true));
                jdbc.execute("truncate citizen cascade");
            }
            return result;
        }
    }

    private static Connection transaction() throws SQLException {
        Connection connection = DATABASE.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private static long waiting() {
        return DATABASE.jdbc()
                .sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }
}
