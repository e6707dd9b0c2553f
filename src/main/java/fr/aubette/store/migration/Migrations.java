package fr.aubette.store.migration;

import fr.aubette.lease.StoreState;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the schema up to date, then keeps watching whether PostgreSQL answers. The hub starts without it: the phone is
 * heard, and the rest follows as soon as it can.
 */
@Component
class Migrations implements FlywayMigrationStrategy, StoreState, DisposableBean {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A question without an answer for so long is an answer: a refused connection is told after five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final ObjectProvider<JdbcClient> jdbc;
    private volatile boolean ready;
    private volatile long asked = System.nanoTime();
    private volatile @Nullable Thread watching;

    Migrations(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean ready() {
        return ready && System.nanoTime() - asked < SILENCE.toNanos();
    }

    @Override
    public void migrate(Flyway flyway) {
        boolean migrated = tryToMigrate(flyway);
        Thread watch = new Thread(() -> watch(flyway, migrated), "store-watch");
        watch.setDaemon(true);
        watching = watch;
        watch.start();
    }

    /** Stops watching: what it asks is about to be closed. */
    @Override
    public void destroy() {
        Thread watch = watching;
        if (watch != null) {
            watch.interrupt();
        }
    }

    private boolean tryToMigrate(Flyway flyway) {
        try {
            flyway.migrate();
            ready = true;
            return true;
        } catch (FlywayException e) {
            LOG.warn("PostgreSQL does not answer yet, the start goes on: {}", e.getMessage());
            return false;
        }
    }

    private void watch(Flyway flyway, boolean alreadyMigrated) {
        boolean migrated = alreadyMigrated;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            asked = System.nanoTime();
            migrated = migrated || tryToMigrate(flyway);
            note(migrated && answers());
        }
    }

    private boolean answers() {
        try {
            return jdbc.getObject().sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private void note(boolean now) {
        if (now != ready) {
            LOG.warn(
                    now ? "PostgreSQL answers again" : "PostgreSQL does not answer: what comes in stays at its source");
            ready = now;
        }
    }
}
