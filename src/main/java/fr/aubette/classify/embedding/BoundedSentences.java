package fr.aubette.classify.embedding;

import fr.aubette.classify.Sentences;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that is waited for no longer than a bound, and left alone for a while after it failed several times in a row:
 * one that hangs costs a few decisions that bound, not each.
 */
final class BoundedSentences implements Sentences {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedSentences.class);

    /** Failures in a row after which it is left alone. */
    static final int FAILURES = 3;

    /** How long it is left alone. */
    static final Duration REST = Duration.ofMinutes(1);

    /** Nobody waits for who learns or measures. */
    private static final Duration FOR_EVER = Duration.ofHours(1);

    /** More that wait would only be answered too late. */
    private static final int WAITING = 64;

    private final Function<String, float[]> model;
    private final String sha256;
    private final int size;
    private final Duration patience;
    private final LongSupplier nanos;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long restsUntil;

    /**
     * A model, waited for.
     *
     * @param patience longest time for one text
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    BoundedSentences(Function<String, float[]> model, String sha256, int size, Duration patience, LongSupplier nanos) {
        this.model = model;
        this.sha256 = sha256;
        this.size = size;
        this.patience = patience;
        this.nanos = nanos;
        restsUntil = nanos.getAsLong();
        int processors = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                processors, processors, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "sentence-model");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Optional<float[]> numbers(String text) {
        if (nanos.getAsLong() - restsUntil < 0) {
            return Optional.empty();
        }
        try {
            Future<float[]> answer = threads.submit(() -> ask(text));
            try {
                float[] numbers = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                failures.set(0);
                return numbers.length == size ? Optional.of(numbers) : missed(numbers.length + " numbers");
            } catch (TimeoutException e) {
                answer.cancel(true);
                return missed("it took more than " + patience.toMillis() + " ms");
            }
        } catch (ExecutionException e) {
            return missed(String.valueOf(e.getCause()));
        } catch (RejectedExecutionException e) {
            return missed("too many texts wait for it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A tokenizer without marks of begin and end makes nothing of a blank text, which a model refuses. */
    private float[] ask(String text) {
        return text.isBlank() ? new float[size] : model.apply(text);
    }

    private Optional<float[]> missed(String why) {
        if (failures.incrementAndGet() >= FAILURES) {
            failures.set(0);
            restsUntil = nanos.getAsLong() + REST.toNanos();
            LOG.warn(
                    "The sentence model fails, the last time because {}; for {} s nothing is asked of it",
                    why,
                    REST.toSeconds());
        } else {
            LOG.warn("A text was decided without the sentence model: {}", why);
        }
        return Optional.empty();
    }

    @Override
    public Sentences patient() {
        return new BoundedSentences(model, sha256, size, FOR_EVER, nanos);
    }
}
