package fr.aubette.receive.phone;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Looks again and again for call records, in a thread of its own. */
abstract class RecordRounds implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordRounds.class);
    private static final long TICK_SECONDS = 20;

    private final String source;
    private final CountDownLatch stopped = new CountDownLatch(1);

    RecordRounds(String source) {
        this.source = source;
    }

    /** Where the records are decides who reads them. */
    static RecordRounds of(
            RecordSpec spec, LineSettings settings, CallFollower follower, HandOver handOver, Clock clock) {
        return spec.database().isPresent()
                ? new TableRecords(spec, spec.database().get(), settings, follower, handOver, clock)
                : new CallRecords(spec, settings, follower, handOver, clock);
    }

    /** Takes what is new and old enough. */
    abstract void look() throws IOException;

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            do {
                try {
                    look();
                } catch (IOException | DataAccessException | IllegalStateException e) {
                    LOG.warn(
                            "Phone line {}: the call records are tried again: {}",
                            source,
                            e.getClass().getSimpleName());
                } catch (RuntimeException e) {
                    // the intake does not take: the same records are read again
                    LOG.warn("Phone line {}: a call of the records was not taken, it is offered again", source);
                }
            } while (!stopped.await(TICK_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
