package fr.aubette.embedded;

import fr.aubette.intake.PrivateFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * PostgreSQL as a child of this process: durable, behind a password, found again after a kill, started again when it
 * dies.
 */
public class PostgresServer implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final Path root;
    private final Path data;
    private final int port;
    private final String password;
    private final FileChannel inUse;
    private @Nullable EmbeddedPostgres server;
    private volatile boolean closed;

    /**
     * Starts it.
     *
     * @param root folder of its data, its binaries and its password
     * @param port on loopback
     * @throws IOException if it does not start
     */
    public PostgresServer(Path root, int port) throws IOException {
        this.root = PrivateFolder.in(root.toAbsolutePath());
        this.data = this.root.resolve("pgdata");
        this.port = port;
        this.password = Secret.in(this.root.resolve("postgres.password"));
        this.inUse = reserve(this.root.resolve("in-use"));
        start();
        Thread supervisor = new Thread(this::supervise, "postgres-supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    /** Held until this process ends, however it does: a second hub on the same folder would stop the first's server. */
    private static FileChannel reserve(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("This very process holds {}", file, e);
        }
        channel.close();
        throw new IOException("another hub runs on the folder " + file.getParent());
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    private synchronized void start() throws IOException {
        stopOrphan();
        requireFreePort();
        // a start that failed keeps the library's lock until some garbage collection; a file made anew has none
        Files.deleteIfExists(data.resolve("epg-lock"));
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(root.resolve("pgbin").toFile())
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .setConnectConfig("password", password)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        root.resolve("postgres.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        root.resolve("postgres.log").toFile()))
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        server = started;
        requirePassword(started);
    }

    /** The library would wait a minute for a server that could not have its port, and only then try again. */
    private void requireFreePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            LOG.debug("Port {} is free", probe.getLocalPort());
        } catch (BindException e) {
            throw new IOException("another program is on port " + port, e);
        }
    }

    /** The library lets every local user in: from the first start on, only the password does. */
    private void requirePassword(EmbeddedPostgres started) throws IOException {
        Path rules = data.resolve("pg_hba.conf");
        String wanted = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        JdbcTemplate jdbc = new JdbcTemplate(started.getPostgresDatabase(java.util.Map.of("password", password)));
        jdbc.execute("alter user postgres with password '" + password + "'");
        Files.writeString(rules, wanted);
        jdbc.queryForObject("select pg_reload_conf()", Boolean.class);
    }

    /** A killed program leaves its PostgreSQL running: it is asked to stop, its data is whole. */
    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = postmaster();
        if (orphan.isEmpty()) {
            return;
        }
        LOG.info("PostgreSQL of a former run is still there; stopping it");
        new ProcessBuilder(List.of("kill", "-INT", Long.toString(orphan.get().pid()))).start();
        try {
            orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            orphan.get().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 2 || !Path.of(lines.get(1)).equals(data)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private void supervise() {
        while (!closed) {
            try {
                Thread.sleep(500);
                if (!closed && postmaster().isEmpty()) {
                    LOG.warn("PostgreSQL has died; starting it again");
                    forget();
                    start();
                }
            } catch (IOException | IllegalStateException | DataAccessException e) {
                LOG.warn("PostgreSQL did not start, trying again: {}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Lets go of the dead one: closing also frees the lock on its folder. */
    private synchronized void forget() {
        EmbeddedPostgres dead = server;
        server = null;
        if (dead != null) {
            try {
                dead.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("The dead PostgreSQL could not be closed: {}", e.getMessage());
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        EmbeddedPostgres running = server;
        if (running == null) {
            stopOrphan();
        } else {
            running.close();
        }
        inUse.close();
    }
}
