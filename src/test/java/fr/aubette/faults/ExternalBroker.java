package fr.aubette.faults;

import fr.aubette.hub.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An Artemis of its own distribution, in a process of its own, that comes and goes on the same ports. */
public final class ExternalBroker implements AutoCloseable {

    public static final String PASSWORD = "outage";

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);

    /** It lives for seconds: the second compiler and the parallel collector would not pay for themselves. */
    private static final String JAVA_ARGS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m"
            + " -Dlog4j2.disableJmx=true --add-opens java.base/jdk.internal.misc=ALL-UNNAMED";

    private final Path instance;
    private final int corePort = Ports.free();
    private final int amqpPort = Ports.free();
    private @Nullable Process process;

    public ExternalBroker(Path folder) throws IOException, InterruptedException {
        this.instance = folder.resolve("artemis");
        Path artemis = distribution().resolve("bin/artemis");
        Files.setPosixFilePermissions(artemis, PosixFilePermissions.fromString("rwxr-xr-x"));
        run(List.of(
                artemis.toString(),
                "create",
                "--silent",
                "--user",
                "aubette",
                "--password",
                PASSWORD,
                "--require-login",
                "--no-web",
                "--no-autotune",
                instance.toString()));
        String settings = Files.readString(Path.of("src/test/resources/outages/broker.xml"));
        Files.writeString(
                instance.resolve("etc/broker.xml"),
                settings.replace("CORE_PORT", Integer.toString(corePort))
                        .replace("AMQP_PORT", Integer.toString(amqpPort)));
    }

    /** Where the build unpacked it, before the integration tests. */
    private static Path distribution() throws IOException {
        Path unpacked = Path.of("target/artemis");
        if (Files.isDirectory(unpacked)) {
            try (Stream<Path> found = Files.list(unpacked)) {
                return found.findFirst().orElseThrow().toAbsolutePath();
            }
        }
        throw new IOException("Artemis is not unpacked in " + unpacked + ": mvn dependency:unpack@broker-for-outages");
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process made = builder(command).start();
        if (!made.waitFor(READY_LIMIT.toSeconds(), TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IOException("artemis create failed, see " + log());
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("JAVA_ARGS", JAVA_ARGS);
        return builder;
    }

    private Path log() {
        return instance.resolveSibling("artemis.log");
    }

    public String url() {
        return "tcp://127.0.0.1:" + corePort;
    }

    int amqpPort() {
        return amqpPort;
    }

    public void start() throws IOException, InterruptedException {
        process = builder(List.of(instance.resolve("bin/artemis").toString(), "run"))
                .start();
        long limit = System.nanoTime() + READY_LIMIT.toNanos();
        while (!listens()) {
            if (System.nanoTime() > limit) {
                throw new IOException("artemis is not ready, see " + log());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", amqpPort), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        Process running = process;
        process = null;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
