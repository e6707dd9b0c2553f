package fr.aubette.receive.phone;

import fr.aubette.model.CallListener;
import fr.aubette.model.CallSounds;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One exchange listened to: its journal, the link that fills it, and the follower that hands over its calls. */
final class PhoneLine implements Closeable {

    private static final long PATIENCE_SECONDS = 10;
    /** Longest time that the intake may take for one call before health says that it does not answer. */
    private static final Duration PATIENCE_WITH_INTAKE = Duration.ofSeconds(30);

    private final Clock clock;

    private final Journal journal;
    private final CallFollower follower;
    private final SwitchboardLink link;
    private final boolean byDoor;
    private final Instant openedAt;
    private volatile @Nullable Instant toldAt;
    private final @Nullable LiveReader live;
    private final @Nullable LineRounds records;
    private final @Nullable SoundReader sounds;
    private final Thread following;
    private final List<Thread> threads = new ArrayList<>();

    private PhoneLine(
            LineSettings settings,
            Journal journal,
            HandOver handOver,
            @Nullable CallListener listener,
            @Nullable CallSounds keeper,
            Clock clock)
            throws IOException {
        this.journal = journal;
        this.clock = clock;
        openedAt = clock.instant();
        follower = new CallFollower(settings, journal, handOver, clock);
        link = new SwitchboardLink(settings, journal, clock, up -> {
            if (listener != null) {
                listener.connected(settings.name(), up);
            }
        });
        live = listener == null ? null : new LiveReader(settings, journal, listener, clock);
        following = thread(follower, "phone-" + settings.name() + "-calls");
        if (live != null) {
            thread(live, "phone-" + settings.name() + "-live");
        }
        records = settings.records()
                .map(spec -> CallRecords.of(spec, settings, follower, handOver, clock))
                .orElse(null);
        if (records != null) {
            thread(records, "phone-" + settings.name() + "-records");
        }
        sounds = settings.sounds().isNone() || keeper == null
                ? null
                : new SoundReader(settings, keeper, handOver, clock);
        if (sounds != null) {
            thread(sounds, "phone-" + settings.name() + "-sounds");
        }
        byDoor = settings.byDoor();
        if (!byDoor) {
            thread(link, "phone-" + settings.name() + "-link");
        }
    }

    private Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /** Begins to listen, for nobody but the intake. */
    static PhoneLine start(LineSettings settings, HandOver handOver, Clock clock) throws IOException {
        return start(settings, handOver, null, null, clock);
    }

    /**
     * Begins to listen: what the last run left in the journal first.
     *
     * @param listener told how calls go; null when nobody is
     * @param sounds who keeps the sounds of calls; null when nobody does
     * @throws IOException if the journal cannot be used
     */
    static PhoneLine start(
            LineSettings settings,
            HandOver handOver,
            @Nullable CallListener listener,
            @Nullable CallSounds sounds,
            Clock clock)
            throws IOException {
        Journal journal = Journal.open(settings.journal(), settings.segmentSize());
        PhoneLine line = new PhoneLine(settings, journal, handOver, listener, sounds, clock);
        line.threads.forEach(Thread::start);
        return line;
    }

    /**
     * Takes blocks that another telephone system tells; they are on the disk when this returns.
     *
     * @throws IOException if they could not be written
     */
    void tell(byte[] blocks) throws IOException {
        journal.append(blocks, blocks.length);
        journal.force();
        toldAt = clock.instant();
    }

    boolean takesOrders() {
        return link.connectedSince().isPresent();
    }

    /** Has the exchange call a number for an agent; false if it cannot be asked, or refuses. */
    boolean place(String extension, String number) {
        return link.order(exchange -> exchange.place(
                extension,
                number,
                "aubette-" + extension + "-" + clock.instant().toEpochMilli()));
    }

    /** Has the exchange pass on the call that an agent speaks in; false if she does, or it does, not. */
    boolean passOn(String conversation, String extension, String to) {
        LiveReader reading = live;
        return reading != null
                && reading.channelOf(conversation, extension)
                        .filter(channel -> link.order(exchange -> exchange.passOn(channel, to)))
                        .isPresent();
    }

    LineState state() {
        CallFollower.Count count = follower.count();
        return new LineState(
                byDoor ? Optional.of(openedAt) : link.connectedSince(),
                byDoor ? Optional.ofNullable(toldAt) : link.lastHeard(),
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
        return count.failing()
                ? Optional.of("the intake does not take calls")
                : byDoor ? Optional.empty() : link.trouble();
    }

    /** Stops listening. What is not handed over stays in the journal for the next start, here or after a takeover. */
    @Override
    public void close() throws IOException {
        link.stop();
        follower.stop();
        LiveReader reading = live;
        if (reading != null) {
            reading.stop();
        }
        LineRounds afterwards = records;
        if (afterwards != null) {
            afterwards.stop();
        }
        SoundReader fetching = sounds;
        if (fetching != null) {
            fetching.stop();
        }
        threads.forEach(PhoneLine::join);
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
