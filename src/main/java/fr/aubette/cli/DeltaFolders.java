package fr.aubette.cli;

import fr.aubette.model.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings in what directorates' software lays into its folder, the oldest file first, so that nobody types a command at
 * night. What is in goes to the folder {@value #DONE}; what cannot be brought in stays, and health says why.
 */
@Component("citizenFolders")
class DeltaFolders implements HealthIndicator {

    static final String DONE = "faits";

    /** A file that was written to since so long may still be. */
    static final Duration STILL = Duration.ofSeconds(30);

    /** Which persons a file tells of is held in memory, a third of this; a larger file is brought in by the command. */
    static final long MOST_BYTES = 50_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(DeltaFolders.class);

    private final CitizenSources sources;
    private final DataSource database;
    private final Clock clock;
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Executor beside = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "citizen-folders");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Checks what is configured.
     *
     * @throws IllegalArgumentException if a folder's source belongs to no directorate
     */
    DeltaFolders(CitizenSources sources, DataSource database, Catalogue catalogue, Clock clock) {
        this.sources = sources;
        this.database = database;
        this.clock = clock;
        sources.folders().keySet().forEach(name -> {
            String directorate = settings(name).directorate();
            if (!catalogue.directorates().containsKey(directorate)) {
                throw new IllegalArgumentException("aubette.citizens.sources." + name + ".directorate must be one of "
                        + catalogue.directorates().keySet() + ", is '" + directorate + "'");
            }
        });
    }

    /** Looks, beside everything else that is due. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    void due() {
        if (!sources.folders().isEmpty() && looking.compareAndSet(false, true)) {
            beside.execute(() -> {
                try {
                    look();
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    /** Brings in what lies there; a source that fails keeps none of the others. */
    void look() {
        sources.folders().forEach((name, folder) -> {
            try {
                for (Path file : waiting(folder)) {
                    bring(name, file);
                }
                problems.remove(name);
            } catch (IOException | SQLException | RuntimeException e) {
                String why = e instanceof WrongUsage
                        ? String.valueOf(e.getMessage())
                        : e.getClass().getSimpleName();
                if (!why.equals(problems.put(name, why))) {
                    LOG.warn("What {} tells of persons cannot be brought in: {}", name, why);
                }
            }
        });
    }

    private List<Path> waiting(Path folder) throws IOException {
        Instant still = clock.instant().minus(STILL);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> extract(file) && written(file).isBefore(still))
                    .sorted(Comparator.comparing(DeltaFolders::written).thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private static boolean extract(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && name.endsWith(".csv")
                && !name.endsWith(".errors.csv");
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            // gone since it was listed: another hub's
            return Instant.MAX;
        }
    }

    private void bring(String name, Path file) throws IOException, SQLException {
        if (Files.size(file) > MOST_BYTES) {
            throw new WrongUsage(
                    file.getFileName() + " has more than " + MOST_BYTES + " bytes: use aubette citizens delta",
                    "fichier trop grand : passer par aubette citizens delta");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Path done = Files.createDirectories(file.resolveSibling(DONE));
        String stamped = clock.instant().toString().replaceAll("[^0-9TZ]", "") + "-" + file.getFileName();
        try (Connection connection = database.getConnection()) {
            try {
                PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
                new CitizenDelta(connection, out, name, settings(name))
                        .run(file, done.resolve(stamped + ".errors.csv"));
            } finally {
                leave(connection);
            }
        }
        said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("aubette citizens: "))
                .forEach(line -> LOG.info("{} of {}", line, name));
        Files.move(file, done.resolve(stamped), StandardCopyOption.ATOMIC_MOVE);
    }

    /** As the pool lent it: its locks would stay with it else. */
    private static void leave(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    private DeltaSettings settings(String name) {
        return Objects.requireNonNull(sources.sources().get(name));
    }

    @Override
    public Health health() {
        Map<String, String> told = new TreeMap<>(problems);
        return told.isEmpty()
                ? Health.up().build()
                : Health.down().withDetails(told).build();
    }
}
