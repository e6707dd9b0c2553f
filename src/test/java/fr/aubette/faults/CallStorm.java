package fr.aubette.faults;

import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.embedded.RecordedStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many calls at once, one event after the other at a steady rate, while the hub's PostgreSQL is away for a part of the
 * time: each conversation must come in once, and the hub's memory must not grow with what waits.
 */
final class CallStorm implements AutoCloseable {

    /** Calls that go on side by side: as many as the exchange of a large centre has. */
    private static final int LANES = 40;

    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(5);

    private final Path folder;
    private final PrintStream out;
    private final ExternalPostgres postgres;
    private final HubProcess hub;
    private final DemoSwitchboard switchboard;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final List<Long> heaps = new ArrayList<>();
    private volatile boolean ending;

    /**
     * What it found.
     *
     * @param heaps bytes in use after a collection, once a fifth of the time; the first when the hub is warm
     */
    record Found(int calls, int events, long taken, long contacts, long inFlight, List<Long> heaps) {

        Found {
            heaps = List.copyOf(heaps);
        }

        /** How much more is in use when all is through than when the hub was warm. */
        long kept() {
            return heaps.get(heaps.size() - 1) - heaps.get(0);
        }

        long growth() {
            return heaps.stream().mapToLong(Long::longValue).max().orElse(0) - heaps.get(0);
        }
    }

    CallStorm(Path folder, PrintStream out) throws IOException {
        this.folder = folder;
        this.out = out;
        postgres = new ExternalPostgres(folder.resolve("external"));
        switchboard = new DemoSwitchboard(0, PhoneFeeder.USER, PhoneFeeder.USER, Clock.systemUTC());
        Path channels = folder.resolve("channels.yaml");
        Files.writeString(channels, """
                channels:
                  standard: {kind: phone, host: 127.0.0.1, port: "%d", user: %s, password: %s, journal: %s}
                """.formatted(
                        switchboard.port(), PhoneFeeder.USER, PhoneFeeder.USER, folder.resolve("journal")));
        hub = new HubProcess(folder)
                .embedded()
                .set("aubette.embedded.postgres", false)
                .set("spring.datasource.url", postgres.url())
                .set("spring.datasource.username", "postgres")
                .set("spring.datasource.password", "any")
                .set("aubette.channels-file", channels);
    }

    /** Plays for so long at so many events a second; PostgreSQL is away for so long in the middle. */
    Found run(Duration lasting, int rate, Duration away) throws IOException, InterruptedException {
        postgres.start();
        hub.start();
        hub.awaitReady();
        awaitListener();
        ScheduledExecutorService lanes = Executors.newScheduledThreadPool(2);
        long period = TimeUnit.SECONDS.toNanos(LANES) / rate;
        for (int lane = 0; lane < LANES; lane++) {
            lanes.scheduleAtFixedRate(new Lane(), period * lane / LANES, period, TimeUnit.NANOSECONDS);
        }
        long fifth = lasting.toMillis() / 5;
        TimeUnit.MILLISECONDS.sleep(fifth);
        measure();
        TimeUnit.MILLISECONDS.sleep(fifth);
        postgres.stop();
        out.printf("PostgreSQL is away for %d s%n", away.toSeconds());
        TimeUnit.MILLISECONDS.sleep(away.toMillis());
        measure();
        postgres.start();
        TimeUnit.MILLISECONDS.sleep(Math.max(0, lasting.toMillis() - 2 * fifth - away.toMillis()));
        measure();
        ending = true;
        while (open.get() > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        lanes.shutdown();
        return settled();
    }

    private void awaitListener() throws InterruptedException {
        while (switchboard.listeners() == 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private final AtomicInteger open = new AtomicInteger();

    /** One call after the other, an event at a time. */
    private final class Lane implements Runnable {

        private List<byte[]> left = new ArrayList<>();

        @Override
        public void run() {
            if (left.isEmpty()) {
                if (ending) {
                    return;
                }
                left = next();
                open.incrementAndGet();
            }
            switchboard.send(left.remove(0));
            events.incrementAndGet();
            if (left.isEmpty()) {
                open.decrementAndGet();
            }
        }

        private List<byte[]> next() {
            int nth = begun.incrementAndGet();
            StringBuilder text = new StringBuilder();
            RecordedStream.ofResource(DemoSwitchboard.CALLS.get(nth % 2))
                    .at(Instant.now(), nth)
                    .chunks()
                    .forEach(chunk -> text.append(new String(chunk.bytes(), StandardCharsets.ISO_8859_1)));
            String call = text.toString().replaceAll("06399801\\d\\d", "063998%04d".formatted(nth % 10_000));
            List<byte[]> blocks = new ArrayList<>();
            for (String block : call.split("(?<=\r\n\r\n)", -1)) {
                if (!block.isBlank()) {
                    blocks.add(block.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return blocks;
        }
    }

    private void measure() throws IOException, InterruptedException {
        long heap = hub.heapAfterCollection();
        heaps.add(heap);
        out.printf(
                "%,d events, %,d calls begun, %.1f MB of heap after a collection%n",
                events.get(), begun.get(), heap / 1e6);
    }

    private Found settled() throws IOException, InterruptedException {
        JdbcClient jdbc = JdbcClient.create(hub.database());
        long limit = System.nanoTime() + SETTLE_LIMIT.toNanos();
        Found found = found(jdbc);
        while (System.nanoTime() < limit && (found.taken() < found.calls() || found.inFlight() > 0)) {
            TimeUnit.MILLISECONDS.sleep(500);
            found = found(jdbc);
        }
        measure();
        return found(jdbc);
    }

    private Found found(JdbcClient jdbc) {
        return new Found(
                begun.get(),
                events.get(),
                count(jdbc, "select count(*) from intake where channel = 'phone'"),
                count(jdbc, "select count(*) from contact where channel = 'phone'"),
                count(jdbc, "select count(*) from intake where outcome is null"),
                heaps);
    }

    private static long count(JdbcClient jdbc, String statement) {
        return jdbc.sql(statement).query(Long.class).single();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        hub.close();
        switchboard.close();
        postgres.close();
    }
}
