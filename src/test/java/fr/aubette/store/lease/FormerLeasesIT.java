package fr.aubette.store.lease;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubTest;
import fr.aubette.lease.HubFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The leases that a killed hub could not give back. */
@HubTest
class FormerLeasesIT {

    private static final Duration LONG = Duration.ofHours(1);

    private final String source = "test-" + UUID.randomUUID();

    @TempDir
    Path here = Path.of("");

    @TempDir
    Path elsewhere = Path.of("");

    @Autowired
    JdbcClient jdbc;

    @Test
    void are_the_next_ones_of_the_same_place_at_once_and_of_nobody_else() throws IOException {
        HubFolder killed = HubFolder.in(here);
        assertThat(new JdbcLeaseRows(jdbc, killed).acquire(source, LONG)).isTrue();
        long before = fencing();

        try (HubFolder neighbour = HubFolder.in(here);
                HubFolder far = HubFolder.in(elsewhere)) {
            assertThat(new JdbcLeaseRows(jdbc, neighbour).acquire(source, LONG)).isFalse();
            assertThat(new JdbcLeaseRows(jdbc, far).acquire(source, LONG)).isFalse();
        }
        killed.close();

        try (HubFolder again = HubFolder.in(here)) {
            assertThat(again.name()).isEqualTo(killed.name());
            assertThat(new JdbcLeaseRows(jdbc, again).acquire(source, LONG)).isTrue();
            assertThat(fencing()).isEqualTo(before + 1);
        }
        jdbc.sql("delete from lease where name = :name").param("name", source).update();
    }

    private long fencing() {
        return jdbc.sql("select fencing from lease where name = :name")
                .param("name", source)
                .query(Long.class)
                .single();
    }
}
