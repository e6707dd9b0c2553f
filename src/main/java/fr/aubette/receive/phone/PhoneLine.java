package fr.aubette.receive.phone;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One exchange listened to: its journal, the link that fills it, and the follower that hands over its calls. */
final class PhoneLine implements Closeable {

    private static final long PATIENCE_SECONDS = 10;
    /** Longest time that the intake may take for one call before health says that it does not answer. */
    private static final Duration PATIENCE_WITH_INTAKE = Duration.ofSeconds(30);

    private final Clock clock;

    private final Journal journal;
    private final CallFollower follower;
    private final SwitchboardLink link;
    private final Thread following;
    private final Thread linking;

    private PhoneLine(LineSettings settings, Journal journal, HandOver handOver, Clock clock) throws IOException {
        this.journal = journal;
        this.clock = clock;
        follower = new CallFollower(settings, journal, handOver, clock);
        link = new SwitchboardLink(settings, journal, clock);
        following = new Thread(follower, "phone-" + settings.name() + "-calls");
        linking = new Thread(link, "phone-" + settings.name() + "-link");
        following.setDaemon(true);
        linking.setDaemon(true);
    }

    /**
     * Begins to listen: what the last run left in the journal first.
     *
     * @throws IOException if the journal cannot be used
     */
    static PhoneLine start(LineSettings settings, HandOver handOver, Clock clock) throws IOException {
        Journal journal = Journal.open(settings.journal(), settings.segmentSize());
        PhoneLine line = new PhoneLine(settings, journal, handOver, clock);
        line.following.start();
        line.linking.start();
        return line;
    }

    LineState state() {
        CallFollower.Count count = follower.count();
        return new LineState(
                link.connectedSince(),
                link.lastHeard(),
                count.skipped(),
                count.dropped(),
                count.open(),
                count.waiting(),
                count.handedOver(),
                trouble(count));
    }

    private Optional<String> trouble(CallFollower.Count count) {
        if (!following.isAlive()) {
            return Optional.of("the journal can no longer be read");
        }
        Duration still = Duration.between(follower.steppedAt(), clock.instant());
        if (still.compareTo(PATIENCE_WITH_INTAKE) > 0) {
            return Optional.of("the intake does not answer");
        }
        return count.failing() ? Optional.of("the intake does not take calls") : link.trouble();
    }

    /** Stops listening. What is not handed over stays in the journal for the next start, here or after a takeover. */
    @Override
    public void close() throws IOException {
        link.stop();
        follower.stop();
        join(linking);
        join(following);
        journal.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
