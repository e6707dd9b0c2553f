package fr.aubette.switchboard;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of each telephone in its order, that of different telephones side by side. */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /** More waiting than this is lost: a screen that comes so late helps nobody, and the call itself is safe. */
    private static final int MOST_WAITING = 2_000;

    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final Executor threads;

    Lanes(String name, int threads) {
        this.threads = threads(name, threads);
    }

    static Executor threads(String name, int most) {
        AtomicInteger made = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, name + "-" + made.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Does it after all that was given before for the same telephone. */
    void later(String telephone, Runnable work) {
        CompletableFuture<Void> next = last.compute(telephone, (key, before) -> {
            CompletableFuture<Void> start = before == null ? CompletableFuture.completedFuture(null) : before;
            return start.thenRunAsync(work, threads).exceptionally(failure -> {
                LOG.warn("A call was not shown: {}", failure.toString());
                return null;
            });
        });
        next.whenComplete((done, failure) -> last.remove(telephone, next));
    }
}
