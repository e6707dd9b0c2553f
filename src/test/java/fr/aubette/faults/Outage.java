package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A hub under a steady load while a neighbour of its goes and comes back. */
final class Outage implements AutoCloseable {

    /**
     * Longer than a caller waits for PostgreSQL ({@code spring.datasource.hikari.connection-timeout}) and than the line
     * to the broker is tried again; {@code -Daubette.outage-seconds=60} makes each outage longer.
     */
    static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("aubette.outage-seconds", 8));

    static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final int SEED = 7;

    private final HubProcess hub;
    private final Ledger ledger;
    private final Load load;

    /** The hub is made, not started; the load begins with {@link #load}. */
    Outage(Path folder) throws IOException {
        hub = new HubProcess(folder).set("aubette.faults.door-port", Ports.free());
        ledger = new Ledger(folder.resolve("ledger"));
        load = new Load(
                List.of(new DoorFeeder("door", hub.port("aubette.faults.door-port"))),
                ledger,
                SEED,
                Load.STEADY_MILLIS);
    }

    HubProcess hub() {
        return hub;
    }

    void load() {
        load.start();
    }

    /** From now on, more items are acknowledged. */
    void awaitAcknowledged() {
        long before = ledger.acknowledged();
        await().atMost(RECOVERY).until(() -> ledger.acknowledged() > before + 20);
    }

    /** Nothing is acknowledged for the time of an outage, apart from what was under way when it began. */
    void assertRefused() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        long before = ledger.acknowledged();
        TimeUnit.MILLISECONDS.sleep(LASTING.toMillis());
        assertThat(ledger.acknowledged()).isEqualTo(before);
    }

    /** Whoever asks for health is told that something is down, and does not wait for it. */
    void assertHealthSaysSoAtOnce() throws IOException {
        for (int time = 0; time < 3; time++) {
            long before = System.nanoTime();
            assertThat(hub.health()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** Ends the load: each item that was acknowledged is there once. */
    void assertBooksBalance() throws Exception {
        load.finish();
        BooksReader reader = new BooksReader(hub);
        await().atMost(RECOVERY).until(reader::settled);
        Verdict verdict = Verdict.of(ledger.entries(), reader.read());
        System.out.print(verdict.table());
        assertThat(verdict.violations()).isEmpty();
    }

    @Override
    public void close() throws IOException {
        hub.close();
        ledger.close();
    }
}
