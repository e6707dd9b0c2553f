package fr.aubette.receive.phone;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again at what an exchange leaves beside its connection, in a thread of its own. */
abstract class LineRounds implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LineRounds.class);

    private final String line;
    private final String what;
    private final long restSeconds;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Not begun.
     *
     * @param what is looked for, for the log
     * @param restSeconds between two looks
     */
    LineRounds(String line, String what, long restSeconds) {
        this.line = line;
        this.what = what;
        this.restSeconds = restSeconds;
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
                } catch (IOException | RuntimeException e) {
                    // an intake that does not take among them: the same is found again
                    LOG.warn(
                            "Phone line {}: {} are tried again: {}",
                            line,
                            what,
                            e.getClass().getSimpleName());
                }
            } while (!stopped.await(restSeconds, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
