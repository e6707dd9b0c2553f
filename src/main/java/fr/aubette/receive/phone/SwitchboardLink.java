package fr.aubette.receive.phone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.manager.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one exchange connected: logs in, resynchronises, asks for signs of life, and begins again when they fail. */
final class SwitchboardLink implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchboardLink.class);

    private final LineSettings settings;
    private final Journal journal;
    private final Clock clock;
    private final Consumer<Boolean> told;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable AmiConnection connection;
    private volatile @Nullable Instant connectedSince;
    private volatile @Nullable Instant lastHeard;
    private volatile @Nullable String trouble = "not connected yet";

    /**
     * A link not yet begun.
     *
     * @param told true at each login, false at each loss
     */
    SwitchboardLink(LineSettings settings, Journal journal, Clock clock, Consumer<Boolean> told) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.told = told;
    }

    @Override
    public void run() {
        Duration pause = settings.retry();
        try {
            while (stopped.getCount() > 0) {
                boolean held = connectOnce();
                Duration twice = pause.multipliedBy(2);
                Duration longest = settings.longestRetry();
                pause = held ? settings.retry() : twice.compareTo(longest) > 0 ? longest : twice;
                stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean connectOnce() throws InterruptedException {
        AmiConnection current = new AmiConnection(settings, journal, () -> lastHeard = clock.instant());
        connection = current;
        boolean held = false;
        try {
            current.loginFully();
            connectedSince = clock.instant();
            held = true;
            told.accept(true);
            trouble = current.resynchronise()
                    ? null
                    : "the exchange does not list its calls to user " + settings.user() + ": give it reporting";
            LOG.info("Phone line {} is connected", settings);
            while (!current.lostWithin(settings.ping().toMillis())) {
                current.ping();
            }
            report(String.valueOf(current.lossReason()));
        } catch (IOException | TimeoutException | IllegalStateException e) {
            String lost = current.lossReason();
            report(held && lost != null ? lost : String.valueOf(e.getMessage()));
        } finally {
            connectedSince = null;
            connection = null;
            current.end();
            if (held) {
                told.accept(false);
            }
        }
        return held;
    }

    /** What an exchange is asked to do; false if it refuses. */
    @FunctionalInterface
    interface Order {

        boolean give(AmiConnection exchange) throws IOException, TimeoutException;
    }

    /** Gives an order; false if there is no connection, or the exchange refuses or does not answer. */
    boolean order(Order order) {
        AmiConnection current = connection;
        if (current == null || connectedSince == null) {
            return false;
        }
        try {
            return order.give(current);
        } catch (IOException | TimeoutException | IllegalStateException e) {
            LOG.warn("Phone line {} took no order: {}", settings, e.getMessage());
            return false;
        }
    }

    private void report(String reason) {
        if (stopped.getCount() > 0 && !reason.equals(trouble)) {
            LOG.warn("Phone line {} is not connected: {}", settings, reason);
        }
        trouble = reason;
    }

    void stop() {
        stopped.countDown();
        AmiConnection current = connection;
        if (current != null) {
            current.end();
        }
    }

    Optional<Instant> connectedSince() {
        return Optional.ofNullable(connectedSince);
    }

    Optional<Instant> lastHeard() {
        return Optional.ofNullable(lastHeard);
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}
