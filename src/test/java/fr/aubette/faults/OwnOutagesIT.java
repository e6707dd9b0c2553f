package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a hub with everything inside loses for a while: its disk, then the PostgreSQL that is its child. */
class OwnOutagesIT {

    @Test
    void refusesWhileTheDiskIsFullAndRecoversFromPostgresKilledAndSlowToComeBack(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=32m", "aubette-test", disk.toString());
        try (Outage outage = new Outage(folder)) {
            outage.hub()
                    .embedded()
                    .set("aubette.content-dir", disk.resolve("content"))
                    .start();
            outage.hub().awaitReady();
            outage.load();
            outage.awaitAcknowledged();

            refusesWhileTheDiskIsFull(outage, disk);
            recoversFromPostgresKilledAndSlowToComeBack(outage);

            outage.assertBooksBalance();
            try (Stream<Path> left = Files.list(disk.resolve("content/incoming"))) {
                assertThat(left).isEmpty();
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void refusesWhileTheDiskIsFull(Outage outage, Path disk) throws Exception {
        Path filler = disk.resolve("filler");
        fill(filler);
        outage.assertRefused();
        try (Stream<Path> left = Files.list(disk.resolve("content/incoming"))) {
            assertThat(left).hasSizeLessThan(10);
        }
        Files.delete(filler);
        outage.awaitAcknowledged();
    }

    private static void recoversFromPostgresKilledAndSlowToComeBack(Outage outage) throws Exception {
        outage.hub().killPostgres();
        outage.awaitAcknowledged();
        outage.hub().killPostgres();
        try (ServerSocket squatter = squat(outage.hub().port("aubette.embedded.postgres-port"))) {
            assertThat(squatter.isBound()).isTrue();
            TimeUnit.MILLISECONDS.sleep(Outage.LASTING.toMillis());
        }
        outage.awaitAcknowledged();
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
}
