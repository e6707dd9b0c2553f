package fr.aubette.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.aubette.Aubette;
import fr.aubette.faults.StartCost;
import fr.aubette.hub.Ports;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.Intake;
import fr.aubette.outbox.Bell;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    private static final int CEILING = 0;
    private static final int PROMISES = 1;
    private static final int HUB = 2;

    /** A queue that no other item of the run takes. */
    private static final String INTAKES = "aubette.directorate.SPORT";

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
            DataSource database = besideThePool(hub);
            JdbcClient jdbc = hub.getBean(JdbcClient.class);
            HubArm arm = new HubArm(hub.getBean(Intake.class), jdbc);
            Footprint footprint = footprint(database, arm);
            try (CeilingArm ceiling = new CeilingArm(
                            database, hub.getBean(ConnectionFactory.class), "aubette.directorate.CULTURE");
                    PromisesArm promises = promises(hub, footprint)) {
                System.out.printf("what is promised of an item: %s%n", footprint.told());
                Cpu cpu = new Cpu(folder.resolve("postgres/pgdata"));
                judge(new Rounds(List.of(ceiling, promises, arm), cpu, folder, database, System.out)
                        .run(rounds, items));
                System.out.printf(
                        "All of the hub's tickets: %s%n",
                        jdbc.sql("select string_agg(what || ' ' || n, ', ') from equation")
                                .query(String.class)
                                .single());
            }
        }
    }

    /** The hub's PostgreSQL by connections of their own: those of its pool are counted out for its threads. */
    private static DataSource besideThePool(ConfigurableApplicationContext hub) throws SQLException {
        HikariDataSource pool = hub.getBean(DataSource.class).unwrap(HikariDataSource.class);
        return new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    private static Footprint footprint(DataSource database, HubArm arm) throws Exception {
        String reference = "footprint";
        arm.run(1);
        try (Connection connection = database.getConnection()) {
            return Footprint.watching(connection, reference, INTAKES, () -> {
                arm.take(reference, Crowd.bytes(reference));
                arm.settle();
            });
        }
    }

    private static PromisesArm promises(ConfigurableApplicationContext hub, Footprint footprint) throws Exception {
        return new PromisesArm(
                besideThePool(hub),
                hub.getBean(ConnectionFactory.class),
                hub.getBean(ContentStore.class),
                hub.getBean(Bell.class),
                footprint,
                INTAKES,
                hub.getEnvironment().getRequiredProperty("aubette.stream.consumers", Integer.class));
    }

    /** A hub of its own in this folder. */
    static ConfigurableApplicationContext hub(Path folder, String... more) throws IOException {
        Stream<String> own = Stream.of(
                "--server.port=" + Ports.free(),
                "--aubette.embedded.postgres=true",
                "--aubette.embedded.broker=true",
                "--aubette.broker.url=vm://0",
                "--aubette.embedded.data-dir=" + folder,
                "--aubette.content-dir=" + folder.resolve("content"),
                "--aubette.embedded.postgres-port=" + Ports.free(),
                "--aubette.embedded.amqp-port=" + Ports.free(),
                "--aubette.embedded.stomp-port=" + Ports.free(),
                "--logging.level.root=warn");
        return new SpringApplicationBuilder(Aubette.class)
                .run(Stream.concat(own, Stream.of(more)).toArray(String[]::new));
    }

    private static void judge(List<Rounds.Round> rounds) {
        List<Rounds.Round> quiet = rounds.stream().filter(Rounds.Round::quiet).toList();
        List<Rounds.Round> counted = quiet.isEmpty() ? rounds : quiet;
        boolean judged = quiet.size() >= rounds.size() * LEAST_QUIET;
        System.out.printf("%d of %d rounds were quiet%n", quiet.size(), rounds.size());
        compare("the promises by hand", "the ceiling", counted, PROMISES, CEILING);
        compare("the hub", "the promises by hand", counted, HUB, PROMISES);
        double[][] hub = compare("the hub", "the ceiling", counted, HUB, CEILING);
        System.out.printf(
                "aims for the hub beside the ceiling: speed at least %.1f: %s; CPU at most %.1f times: %s%n",
                LEAST_SPEED,
                verdict(judged, hub[0][0] >= LEAST_SPEED),
                MOST_CPU,
                verdict(judged, hub[1][0] <= MOST_CPU));
    }

    private static double[][] compare(String what, String with, List<Rounds.Round> rounds, int arm, int other) {
        double[] speed = Rounds.spread(rounds, round -> round.speed(arm, other));
        double[] cpu = Rounds.spread(rounds, round -> round.cpu(arm, other));
        System.out.printf(
                "%s beside %s: speed %.2f (%.2f to %.2f), CPU an item %.2f times (%.2f to %.2f)%n",
                what, with, speed[0], speed[1], speed[2], cpu[0], cpu[1], cpu[2]);
        return new double[][] {speed, cpu};
    }

    private static String verdict(boolean judged, boolean reached) {
        if (!judged) {
            return "not judged, the machine was noisy";
        }
        return reached ? "reached" : "missed";
    }
}
