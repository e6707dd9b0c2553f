package fr.aubette.faults;

import static fr.aubette.faults.Outage.LASTING;
import static fr.aubette.faults.Outage.RECOVERY;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL and a broker of their own that are away stop nothing for good: while they are, sources are acknowledged
 * or refused as promised, and afterwards all recovers without a hand.
 */
class OutagesIT {

    @Test
    void startsAndRecoversWithoutItsPostgresAndItsBroker(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        try (ExternalPostgres postgres = new ExternalPostgres(folder.resolve("external"));
                ExternalBroker broker = new ExternalBroker(folder);
                Outage outage = new Outage(folder)) {
            HubProcess hub = outage.hub();
            postgres.start();
            postgres.stop();
            hub.external(postgres, broker).start();
            hub.awaitReady();
            outage.load();
            outage.assertRefused();
            outage.assertHealthSaysSoAtOnce();

            postgres.start();
            outage.awaitAcknowledged();
            outage.assertHealthSaysSoAtOnce();
            broker.start();
            awaitTold(hub);
            await().atMost(RECOVERY).until(() -> hub.health() == 200);
            await().atMost(RECOVERY).until(() -> hub.wholeHealth().contains("\"messages\":"));

            postgres.stop();
            outage.assertRefused();
            outage.assertHealthSaysSoAtOnce();
            postgres.start();
            outage.awaitAcknowledged();

            broker.kill();
            TimeUnit.MILLISECONDS.sleep(LASTING.toMillis());
            outage.awaitAcknowledged();
            broker.start();

            outage.assertBooksBalance();
        }
    }

    private static void awaitTold(HubProcess hub) throws IOException {
        BooksReader reader = new BooksReader(hub);
        await().atMost(RECOVERY)
                .until(() -> reader.jdbc()
                                .sql("select count(*) from intake where outcome = 'opened'")
                                .query(Long.class)
                                .single()
                        > 0);
    }
}
