package fr.aubette.faults;

import fr.aubette.hub.Ports;
import fr.aubette.hub.PostgresBinaries;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that is no child of the hub, and comes and goes on the same port. */
final class ExternalPostgres implements AutoCloseable {

    private final Path folder;
    private final int port = Ports.free();
    private @Nullable EmbeddedPostgres server;

    ExternalPostgres(Path folder) throws IOException {
        this.folder = folder;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pgdata"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(PostgresBinaries.FOLDER.toFile())
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    void stop() throws IOException {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
