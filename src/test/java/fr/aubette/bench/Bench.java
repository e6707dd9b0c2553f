package fr.aubette.bench;

import fr.aubette.Aubette;
import fr.aubette.faults.StartCost;
import fr.aubette.intake.Intake;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./aubette bench [ROUNDS [ITEMS]]}: the hub's tickets a second and processor time a ticket, as ratios to a
 * hand-written ceiling on the same PostgreSQL and broker in the same run. {@code ./aubette bench mail}: see
 * {@link MailBench}; {@code bench pop}: see {@link PopBench}.
 */
public final class Bench {

    private static final double LEAST_SPEED = 0.6;
    private static final double MOST_CPU = 1.7;

    /** Of the rounds, so many must be quiet for a verdict. */
    private static final double LEAST_QUIET = 0.5;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        if (args.length > 0 && args[0].equals("mail")) {
            MailBench.run(args.length > 1 ? Integer.parseInt(args[1]) : 0, System.out);
            System.exit(0);
        }
        boolean pop = args.length > 0 && args[0].equals("pop");
        int rounds = args.length > 0 && !pop ? Integer.parseInt(args[0]) : 7;
        int items = args.length > 1 && !pop ? Integer.parseInt(args[1]) : 4000;
        Path folder = Files.createTempDirectory("aubette-bench");
        try {
            if (pop) {
                PopBench.run(folder, args.length > 1 ? Integer.parseInt(args[1]) : 0, System.out);
            } else {
                if (rounds > 2) {
                    StartCost.measure(folder.resolve("start"), System.out);
                }
                measure(folder.resolve("run"), rounds, items);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private static void measure(Path folder, int rounds, int items) throws Exception {
        Files.createDirectories(folder);
        try (ConfigurableApplicationContext hub = hub(folder)) {
            DataSource database = hub.getBean(DataSource.class);
            JdbcClient jdbc = hub.getBean(JdbcClient.class);
            String queue = "aubette.directorate.CULTURE";
            try (CeilingArm ceiling = new CeilingArm(database, hub.getBean(ConnectionFactory.class), queue)) {
                HubArm arm = new HubArm(hub.getBean(Intake.class), jdbc);
                Cpu cpu = new Cpu(folder.resolve("postgres/pgdata"));
                judge(new Rounds(arm, ceiling, cpu, folder, database, System.out).run(rounds, items));
                System.out.printf(
                        "All of the hub's tickets: %s%n",
                        jdbc.sql("select string_agg(what || ' ' || n, ', ') from equation")
                                .query(String.class)
                                .single());
            }
        }
    }

    /** A hub of its own in this folder. */
    static ConfigurableApplicationContext hub(Path folder, String... more) throws IOException {
        Stream<String> own = Stream.of(
                "--server.port=" + freePort(),
                "--aubette.embedded.postgres=true",
                "--aubette.embedded.broker=true",
                "--aubette.broker.url=vm://0",
                "--aubette.embedded.data-dir=" + folder,
                "--aubette.content-dir=" + folder.resolve("content"),
                "--aubette.embedded.postgres-port=" + freePort(),
                "--aubette.embedded.amqp-port=" + freePort(),
                "--aubette.embedded.stomp-port=" + freePort(),
                "--logging.level.root=warn");
        return new SpringApplicationBuilder(Aubette.class)
                .run(Stream.concat(own, Stream.of(more)).toArray(String[]::new));
    }

    private static void judge(List<Rounds.Round> rounds) {
        List<Rounds.Round> quiet = rounds.stream().filter(Rounds.Round::quiet).toList();
        List<Rounds.Round> counted = quiet.isEmpty() ? rounds : quiet;
        double[] speed = Rounds.spread(counted, Rounds.Round::speed);
        double[] cpu = Rounds.spread(counted, Rounds.Round::cpu);
        boolean judged = quiet.size() >= rounds.size() * LEAST_QUIET;
        System.out.printf("%d of %d rounds were quiet%n", quiet.size(), rounds.size());
        System.out.printf(
                "speed: %.2f of the ceiling (%.2f to %.2f); aim at least %.1f: %s%n",
                speed[0], speed[1], speed[2], LEAST_SPEED, verdict(judged, speed[0] >= LEAST_SPEED));
        System.out.printf(
                "CPU a ticket: %.2f times the ceiling's (%.2f to %.2f); aim at most %.1f: %s%n",
                cpu[0], cpu[1], cpu[2], MOST_CPU, verdict(judged, cpu[0] <= MOST_CPU));
    }

    private static String verdict(boolean judged, boolean reached) {
        if (!judged) {
            return "not judged, the machine was noisy";
        }
        return reached ? "reached" : "missed";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
