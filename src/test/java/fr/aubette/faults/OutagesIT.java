package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.Ports;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A neighbour that is away stops nothing for good: while it is, sources are acknowledged or refused as promised, and
 * afterwards all recovers without a hand. {@code -Daubette.outage-seconds=60} makes each outage longer.
 */
class OutagesIT {

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("aubette.outage-seconds", 8));
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder = Path.of("");

    private HubProcess hub = unset();
    private Ledger ledger = unset();

    @BeforeEach
    void prepare() throws IOException {
        hub = new HubProcess(folder).set("aubette.faults.door-port", Ports.free());
        ledger = new Ledger(folder.resolve("ledger"));
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
        ledger.close();
    }

    @Test
    void recoversFromPostgresKilledAndSlowToComeBack() throws Exception {
        hub.embedded().start();
        hub.awaitReady();
        Load load = load();
        awaitAcknowledged();

        hub.killPostgres();
        awaitAcknowledged();
        hub.killPostgres();
        try (ServerSocket squatter = squat(hub.port("aubette.embedded.postgres-port"))) {
            assertThat(squatter.isBound()).isTrue();
            TimeUnit.MILLISECONDS.sleep(OUTAGE.toMillis());
        }
        awaitAcknowledged();

        assertBooksBalance(load);
    }

    @Test
    void startsAndRecoversWithoutItsPostgresAndItsBroker() throws Exception {
        try (ExternalPostgres postgres = new ExternalPostgres(folder.resolve("external"));
                ExternalBroker broker = new ExternalBroker(folder)) {
            postgres.start();
            postgres.stop();
            hub.external(postgres, broker).start();
            hub.awaitReady();
            Load load = load();
            assertRefusedFor(OUTAGE);
            assertHealthSaysSoAtOnce();

            postgres.start();
            awaitAcknowledged();
            assertHealthSaysSoAtOnce();
            broker.start();
            awaitTold();
            await().atMost(RECOVERY).until(() -> hub.health() == 200);
            await().atMost(RECOVERY).until(() -> hub.wholeHealth().contains("\"messages\":"));

            postgres.stop();
            assertRefusedFor(OUTAGE);
            assertHealthSaysSoAtOnce();
            postgres.start();
            awaitAcknowledged();

            broker.kill();
            TimeUnit.MILLISECONDS.sleep(OUTAGE.toMillis());
            awaitAcknowledged();
            broker.start();

            assertBooksBalance(load);
            hub.close();
        }
    }

    @Test
    void refusesWhileTheDiskIsFullAndGoesOnWhenItIsNot() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=32m", "aubette-test", disk.toString());
        try {
            hub.embedded().set("aubette.content-dir", disk.resolve("content")).start();
            hub.awaitReady();
            Load load = load();
            awaitAcknowledged();

            Path filler = disk.resolve("filler");
            fill(filler);
            assertRefusedFor(OUTAGE);
            assertThat(Files.list(disk.resolve("content/incoming"))).hasSizeLessThan(10);
            Files.delete(filler);
            awaitAcknowledged();

            assertBooksBalance(load);
            assertThat(Files.list(disk.resolve("content/incoming"))).isEmpty();
        } finally {
            hub.close();
            run("umount", disk.toString());
        }
    }

    private Load load() throws IOException {
        Load load = new Load(List.of(new DoorFeeder("door", hub.port("aubette.faults.door-port"))), ledger, 7);
        load.start();
        return load;
    }

    /** From now on, more items are acknowledged. */
    private void awaitAcknowledged() {
        long before = ledger.acknowledged();
        await().atMost(RECOVERY).until(() -> ledger.acknowledged() > before + 10);
    }

    /** Nothing is acknowledged, apart from what was under way when the outage began. */
    private void assertRefusedFor(Duration time) throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        long before = ledger.acknowledged();
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        assertThat(ledger.acknowledged()).isEqualTo(before);
    }

    /** Whoever asks for health is told that something is down, and does not wait for it. */
    private void assertHealthSaysSoAtOnce() throws IOException {
        for (int time = 0; time < 3; time++) {
            long before = System.nanoTime();
            assertThat(hub.health()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        }
    }

    private void awaitTold() throws IOException {
        BooksReader reader = new BooksReader(hub);
        await().atMost(RECOVERY)
                .until(() -> reader.jdbc()
                                .sql("select count(*) from intake where outcome = 'opened'")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private void assertBooksBalance(Load load) throws Exception {
        load.finish();
        BooksReader reader = new BooksReader(hub);
        await().atMost(RECOVERY).until(reader::settled);
        Verdict verdict = Verdict.of(ledger.entries(), reader.read());
        System.out.print(verdict.table());
        assertThat(verdict.violations()).isEmpty();
    }

    /** Takes a port as soon as it is free. */
    private static ServerSocket squat(int port) {
        return await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(5))
                .ignoreExceptions()
                .until(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), ServerSocket::isBound);
    }

    /** Fills a file system to its last byte. */
    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            while (true) {
                file.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @SuppressWarnings("NullAway")
    private static <T> T unset() {
        return null;
    }
}
