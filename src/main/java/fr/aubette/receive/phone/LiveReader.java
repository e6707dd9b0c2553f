package fr.aubette.receive.phone;

import fr.aubette.ami.AmiBlock;
import fr.aubette.ami.AmiReader;
import fr.aubette.ami.LiveCalls;
import fr.aubette.model.CallListener;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who listen how calls go, as soon as the journal has the bytes: a thread of its own, so that an intake
 * which does not take never holds a screen back.
 */
final class LiveReader implements Runnable, JournalReader.Sink {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final long TICK_MILLIS = 1000;
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final LineSettings settings;
    private final Clock clock;
    private final JournalReader reader;
    private final AmiReader blocks = new AmiReader(this::follow);
    private final LiveCalls calls;
    private final long liveFrom;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Instant cleanedAt;
    private boolean live;

    LiveReader(LineSettings settings, Journal journal, CallListener told, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.reader = new JournalReader(journal);
        this.calls = new LiveCalls(settings.name(), settings.longest(), told);
        this.liveFrom = journal.current() + 1;
        this.cleanedAt = clock.instant();
    }

    /** As {@link LiveCalls#channelOf}. */
    Optional<String> channelOf(String conversation, String extension) {
        return calls.channelOf(conversation, extension);
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try (reader) {
            while (stopped.getCount() > 0) {
                if (!reader.readNext(this)) {
                    goLive();
                    reader.await(TICK_MILLIS);
                }
                clean(clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("The journal of phone line {} can no longer be read; screens see no calls", settings.name(), e);
        }
    }

    private void clean(Instant now) {
        if (Duration.between(cleanedAt, now).abs().compareTo(BETWEEN_CLEANINGS) > 0) {
            cleanedAt = now;
            calls.closeOld(now);
        }
    }

    private void goLive() {
        if (!live) {
            live = true;
            calls.goLive();
        }
    }

    @Override
    public void beginStream() {
        blocks.endOfStream();
        if (reader.segment() >= liveFrom) {
            goLive();
        }
    }

    @Override
    public void read(byte[] bytes, int length, long segment) {
        blocks.read(bytes, 0, length);
    }

    private void follow(AmiBlock block) {
        calls.accept(block, clock.instant());
    }
}
