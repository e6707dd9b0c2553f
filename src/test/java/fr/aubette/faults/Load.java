package fr.aubette.faults;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Every feeder at once, each with its own threads, until told to finish what it has begun. */
final class Load {

    /** As fast as the hub acknowledges: it falls behind, and each kill meets what waits. */
    static final long FAST_MILLIS = 5;
    /** So slow that two busy cores keep up: what a short run shows is not how long a long queue takes. */
    static final long STEADY_MILLIS = 100;

    private static final int THREADS_EACH = 2;
    private static final long PAUSE_REFUSED_MILLIS = 250;

    /** One item in so many is offered once more after its acknowledgement, as a source does that did not hear it. */
    private static final int DEAF = 20;

    private final List<Feeder> feeders;
    private final Ledger ledger;
    private final long seed;
    private final long rest;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Thread> threads;
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private volatile boolean finishing;

    /** @param rest of each thread between two items, in milliseconds; a slower feeder keeps its own */
    Load(List<Feeder> feeders, Ledger ledger, long seed, long rest) {
        this.feeders = feeders;
        this.ledger = ledger;
        this.seed = seed;
        this.rest = rest;
        this.threads = feeders.stream()
                .flatMap(feeder -> Stream.generate(() -> new Thread(() -> feed(feeder), "feed-" + feeder.channel()))
                        .limit(feeder.insists() ? THREADS_EACH : 1))
                .toList();
    }

    void start() {
        threads.forEach(thread -> {
            thread.setUncaughtExceptionHandler((feeder, failure) -> broken.add(failure));
            thread.start();
        });
    }

    /**
     * Waits until every item under way is acknowledged.
     *
     * @throws IllegalStateException if a feeder broke: what it offered last would look like the hub's loss
     */
    void finish() throws InterruptedException, IOException {
        finishing = true;
        for (Thread thread : threads) {
            thread.join(TimeUnit.MINUTES.toMillis(3));
            if (thread.isAlive()) {
                thread.interrupt();
            }
        }
        for (Feeder feeder : feeders) {
            feeder.close();
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("a feeder of the harness itself broke", broken.peek());
        }
    }

    private void feed(Feeder feeder) {
        Random random = new Random(seed + Thread.currentThread().getId());
        try {
            while (!finishing) {
                String marker = "AUB" + Math.abs(seed) + "X"
                        + feeder.channel().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "") + "X"
                        + numbers.incrementAndGet() + "Z";
                ledger.offered(marker, feeder);
                if (insist(feeder, marker)) {
                    ledger.acknowledged(marker);
                    if (feeder.insists() && random.nextInt(DEAF) == 0) {
                        insist(feeder, marker);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(Math.max(rest, feeder.pauseMillis()));
            }
        } catch (InterruptedException e) {
            return;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the ledger cannot be written", e);
        }
    }

    private boolean insist(Feeder feeder, String marker) throws InterruptedException, IOException {
        while (true) {
            try {
                if (feeder.offer(marker)) {
                    return true;
                }
                if (!feeder.insists()) {
                    return false;
                }
            } catch (IOException e) {
                if (!feeder.insists()) {
                    ledger.excused(marker, "the hub was down");
                    return false;
                }
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_REFUSED_MILLIS);
        }
    }
}
