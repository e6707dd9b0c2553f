package fr.aubette.faults;

import fr.aubette.hub.Ports;
import fr.aubette.hub.PostgresBinaries;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A hub as a process of its own, with its data in one folder and the same ports each time it starts. */
final class HubProcess implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final int httpPort = Ports.free();
    private volatile @Nullable Process process;
    private volatile int lives;

    HubProcess(Path folder) throws IOException {
        this.folder = folder;
        set("server.port", httpPort);
        set("aubette.content-dir", folder.resolve("content"));
        set("aubette.embedded.data-dir", folder);
        set("aubette.stream.retry-delay", 200);
    }

    /** With PostgreSQL and Artemis inside. */
    HubProcess embedded() throws IOException {
        set("aubette.embedded.postgres", true);
        set("aubette.embedded.broker", true);
        set("aubette.broker.url", "vm://0");
        set("aubette.embedded.postgres-port", Ports.free());
        set("aubette.embedded.amqp-port", Ports.free());
        set("aubette.embedded.stomp-port", Ports.free());
        PostgresBinaries.lendTo(folder);
        return this;
    }

    HubProcess set(String key, Object value) {
        settings.put(key, value.toString());
        return this;
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    int port(String key) {
        return Integer.parseInt(setting(key));
    }

    Path folder() {
        return folder;
    }

    int httpPort() {
        return httpPort;
    }

    /** How often it was started. */
    int lives() {
        return lives;
    }

    void start() throws IOException {
        lives = lives + 1;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider",
                "-cp",
                System.getProperty("java.class.path"),
                "fr.aubette.Aubette"));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process = builder.start();
    }

    Path log() {
        return folder.resolve("hub.log");
    }

    /** Waits until its pages answer. */
    void awaitReady() throws IOException, InterruptedException {
        long limit = System.nanoTime() + READY_LIMIT.toNanos();
        while (!answers()) {
            if (!alive()) {
                throw new IOException("the hub stopped while it started, see " + log());
            }
            if (System.nanoTime() > limit) {
                throw new IOException("the hub was not ready after " + READY_LIMIT + ", see " + log());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers() {
        try {
            return health() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The status that its health answers with. */
    int health() throws IOException {
        HttpURLConnection asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + httpPort + "/actuator/health")
                .toURL()
                .openConnection();
        asked.setConnectTimeout(500);
        asked.setReadTimeout(30_000);
        return asked.getResponseCode();
    }

    /** Its health with every detail. */
    String wholeHealth() throws IOException {
        try (InputStream whole = URI.create("http://127.0.0.1:" + httpPort + "/actuator/health/whole")
                .toURL()
                .openStream()) {
            return new String(whole.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** SIGKILL, without a word. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** SIGKILL to its PostgreSQL; false when there is none at the moment. */
    boolean killPostgres() throws IOException {
        return postmaster().map(ProcessHandle::destroyForcibly).orElse(false);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = folder.resolve("postgres/pgdata/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
    }

    /** On neighbours of their own. */
    HubProcess external(ExternalPostgres postgres, ExternalBroker broker) {
        set("aubette.embedded.postgres", false);
        set("aubette.embedded.broker", false);
        set("spring.datasource.url", postgres.url());
        set("spring.datasource.username", "postgres");
        set("spring.datasource.password", "any");
        set("aubette.broker.url", broker.url());
        set("aubette.broker.password", ExternalBroker.PASSWORD);
        set("aubette.embedded.amqp-port", broker.amqpPort());
        return this;
    }

    private boolean isEmbedded() {
        return Boolean.parseBoolean(setting("aubette.embedded.postgres"));
    }

    /** Its database, as an administrator sees it. */
    DataSource database() throws IOException {
        return isEmbedded()
                ? new DriverManagerDataSource(
                        "jdbc:postgresql://127.0.0.1:" + setting("aubette.embedded.postgres-port") + "/postgres",
                        "postgres",
                        Files.readString(folder.resolve("postgres/postgres.password"))
                                .strip())
                : new DriverManagerDataSource(setting("spring.datasource.url"), "postgres", "any");
    }

    /** The broker, as a directorate's own software reaches it: by AMQP. */
    ConnectionFactory amqp(String directorate) throws IOException {
        String url = "amqp://127.0.0.1:" + setting("aubette.embedded.amqp-port");
        return isEmbedded()
                ? new JmsConnectionFactory(
                        directorate,
                        Files.readString(folder.resolve("broker/accounts/" + directorate + ".password"))
                                .strip(),
                        url)
                : new JmsConnectionFactory("aubette", ExternalBroker.PASSWORD, url);
    }

    /** Resident memory of its own process, children apart. */
    long residentKib() throws IOException {
        Process running = process;
        return running == null
                ? 0
                : Files.readAllLines(Path.of("/proc", Long.toString(running.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0);
    }

    /** Bytes of its heap in use, after a collection that it is asked for. */
    long heapAfterCollection() throws IOException, InterruptedException {
        Process running = process;
        if (running == null) {
            return 0;
        }
        jcmd(running.pid(), "GC.run");
        Matcher used =
                Pattern.compile("(?:generation|total) .*?used (\\d+)K").matcher(jcmd(running.pid(), "GC.heap_info"));
        long kib = 0;
        while (used.find()) {
            kib += Long.parseLong(used.group(1));
        }
        return kib * 1024;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor(1, TimeUnit.MINUTES);
        return said;
    }

    /** Asks it to stop, and sees to it that nothing of it is left. */
    @Override
    public void close() throws IOException {
        Process running = process;
        try {
            if (running != null) {
                running.destroy();
                if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endPostgres();
    }

    private void endPostgres() throws IOException {
        Optional<ProcessHandle> postgres = postmaster();
        postgres.ifPresent(ProcessHandle::destroyForcibly);
        postgres.ifPresent(
                ended -> ended.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
