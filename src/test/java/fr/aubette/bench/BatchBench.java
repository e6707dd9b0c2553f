package fr.aubette.bench;

import fr.aubette.normalise.letter.BareReading;
import fr.aubette.normalise.letter.ReadingSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./aubette bench letters FOLDER --batch PAGES [--no-sheets]}: a batch of so many pages dropped into a folder of
 * a whole hub, while forms and calls come in; beside a bare script with the same cleaning and tesseract steps on the
 * same pages, one worker a core, half of it before and half of it after.
 */
final class BatchBench {

    private static final double MOST_TO_FIRST = 20;
    private static final double LEAST_SPEED = 0.9;
    private static final int QUIET_FORMS = 60;

    /** A hub runs all day; one that has just started compiles for a minute of CPU beside what it reads. */
    private static final int WARM_FORMS = 1_500;

    private static final int WARM_PAGES = 60;

    private final Path folder;
    private final Path batch;
    private final Path warming;
    private final int pages;
    private final PrintStream out;
    private final int cores = Runtime.getRuntime().availableProcessors();

    private BatchBench(Path folder, int pages, PrintStream out) {
        this.folder = folder;
        this.batch = folder.resolve("lot.pdf");
        this.warming = folder.resolve("chauffe.pdf");
        this.pages = pages;
        this.out = out;
    }

    static void run(Path letters, int pages, boolean parted, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("aubette-batch");
        try {
            BatchBench bench = new BatchBench(folder, pages, out);
            BatchFile.write(letters, pages, parted, bench.batch);
            BatchFile.write(letters, WARM_PAGES, true, bench.warming);
            bench.run();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run() throws Exception {
        out.printf(
                "%d pages, %.0f MB, %d cores, load %.1f%n",
                pages,
                Files.size(batch) / 1e6,
                cores,
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        double before = bare(1, pages / 2);
        double hub = hub();
        double after = bare(pages / 2 + 1, pages);
        double bare = before + after;
        out.printf("bare script: %.2f pages/s (before %.0f s, after %.0f s)%n", pages / bare, before, after);
        out.printf("hub:         %.2f pages/s, from the drop to the last ticket%n", pages / hub);
        double ratio = bare / hub;
        out.printf(
                "throughput: %.2f of the bare script; aim at least %.1f: %s%n",
                ratio, LEAST_SPEED, ratio >= LEAST_SPEED ? "reached" : "missed");
    }

    private double bare(int first, int last) throws Exception {
        long start = System.nanoTime();
        new BareReading(ReadingSettings.defaults(), folder).read(batch, first, last, cores);
        return (System.nanoTime() - start) / 1e9;
    }

    private double hub() throws Exception {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        try (LiveChannels live = new LiveChannels();
                ConfigurableApplicationContext hub = Bench.hub(
                        Files.createDirectories(folder.resolve("hub")),
                        "--aubette.channels-file=" + channels(drop, live.port()))) {
            DataSource database = hub.getBean(DataSource.class);
            int http = hub.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            JdbcClient jdbc = JdbcClient.create(database);
            live.warm(http, jdbc, WARM_FORMS);
            drop(warming, drop);
            while (!ended(jdbc, WARM_PAGES)) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            Calibration quiet = Calibration.measure(folder, database);
            LiveChannels.Took alone = live.feed(http, jdbc, QUIET_FORMS, () -> false);
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<LiveChannels.Took> meanwhile = CompletableFuture.supplyAsync(() -> {
                try {
                    return live.feed(http, jdbc, Integer.MAX_VALUE, done::get);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            double took = read(drop, jdbc);
            done.set(true);
            LiveChannels.Took beside = meanwhile.join();
            tell("a form is answered", alone.form(), beside.form());
            tell("a form is a ticket", alone.formTicket(), beside.formTicket());
            tell("a call is a ticket", alone.callTicket(), beside.callTicket());
            out.printf(
                    "(%d forms and %d calls alone, %d and %d beside; spin loop %.2f before, %.2f after)%n",
                    alone.forms(),
                    alone.calls(),
                    beside.forms(),
                    beside.calls(),
                    quiet.crowding(),
                    Calibration.measure(folder, database).crowding());
            return took;
        }
    }

    private Path channels(Path drop, int switchboard) throws IOException {
        return Files.writeString(
                folder.resolve("channels.yaml"), """
                channels:
                  portail: {kind: form}
                  courrier: {kind: letter, folder: %s, site: Banc, takeWhen: renamed}
                  standard: {kind: phone, host: 127.0.0.1, port: "%d", user: bench, password: bench, journal: %s}
                """.formatted(drop, switchboard, folder.resolve("journal")));
    }

    /** Seconds from the drop until every page is read and every letter has its outcome. */
    private double read(Path drop, JdbcClient jdbc) throws Exception {
        int before = tickets(jdbc);
        long start = drop(batch, drop);
        double first = 0;
        while (!ended(jdbc, WARM_PAGES + pages)) {
            if (first == 0 && tickets(jdbc) > before) {
                first = (System.nanoTime() - start) / 1e9;
                out.printf(
                        "first ticket: %.1f s after the drop; aim within %.0f s: %s%n",
                        first, MOST_TO_FIRST, first <= MOST_TO_FIRST ? "reached" : "missed");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        double took = (System.nanoTime() - start) / 1e9;
        out.printf("%d letters have their ticket, %d wait for a person%n", tickets(jdbc) - before, waiting(jdbc));
        return took;
    }

    /** When it was there, in nanoseconds. */
    private long drop(Path file, Path drop) throws IOException {
        Path copy = Files.copy(file, folder.resolve("copie.pdf"));
        long start = System.nanoTime();
        Files.move(copy, drop.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        return start;
    }

    private static boolean ended(JdbcClient jdbc, int all) {
        return jdbc.sql("select count(*) from page").query(Integer.class).single() == all
                && jdbc.sql(
                                        "select count(*) from intake i where channel = 'letter' and outcome is null"
                                                + " and not exists (select 1 from batch_letter l where l.batch_id = i.id and l.waits is not null)")
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    private static int tickets(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from intake where channel = 'letter' and outcome in ('opened', 'joined')")
                .query(Integer.class)
                .single();
    }

    private static int waiting(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from batch_letter where waits is not null")
                .query(Integer.class)
                .single();
    }

    private void tell(String what, double[] alone, double[] beside) {
        out.printf(
                "%s: median %.1f ms alone, %.1f beside (%.1f times); 95 %%: %.1f, %.1f (%.1f times)%n",
                what, alone[0], beside[0], beside[0] / alone[0], alone[1], beside[1], beside[1] / alone[1]);
    }
}
