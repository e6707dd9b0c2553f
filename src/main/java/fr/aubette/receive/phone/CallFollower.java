package fr.aubette.receive.phone;

import fr.aubette.ami.AmiBlock;
import fr.aubette.ami.Conversation;
import fr.aubette.ami.Conversations;
import fr.aubette.ami.WireClock;
import fr.aubette.intake.IntakeUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal from its oldest call to its growing end, and hands over each call that is over.
 *
 * <p>After a crash the same reading rebuilds the calls that were going on, and finds those that were over and not
 * handed over. While the intake does not take, calls wait here up to a bound, then in the journal.
 */
final class CallFollower extends JournalFollower {

    private static final Logger LOG = LoggerFactory.getLogger(CallFollower.class);
    /** Calls held in memory while the intake does not take; a call is some 30 kB. */
    private static final int MOST_WAITING = 500;

    /** Conversations remembered so that their records are not taken for calls that nobody heard. */
    private static final int MOST_HEARD = 50_000;

    /** After this a journal's file is closed, to be deleted when its calls are handed over. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final LineSettings settings;
    private final Journal journal;
    private final HandOver handOver;
    private final Clock clock;
    private final Conversations conversations;
    private final List<Conversation> waiting = new ArrayList<>();
    private final Set<String> handed;
    private final Set<String> heard = new LinkedHashSet<>();
    private volatile String system = "";
    private final WireClock streamClock;
    private Instant nextTry = Instant.MIN;
    private Duration pause;
    private Instant tidiedAt = Instant.MIN;
    private volatile Instant steppedAt;
    private volatile Count count = new Count(0, 0, 0, 0, 0, false);

    /** What health shows. */
    record Count(long skipped, long dropped, int open, int waiting, long handedOver, boolean failing) {}

    CallFollower(LineSettings settings, Journal journal, HandOver handOver, Clock clock) throws IOException {
        super(settings.name(), journal);
        this.settings = settings;
        this.journal = journal;
        this.handOver = handOver;
        this.clock = clock;
        this.conversations = new Conversations(settings.grace(), settings.longest(), this::over);
        this.handed = journal.segments().handed();
        handed.forEach(reference -> heard.add(reference.substring(reference.indexOf('/') + 1)));
        this.pause = settings.retry();
        this.streamClock = new WireClock(clock.instant());
        this.steppedAt = clock.instant();
    }

    Count count() {
        return count;
    }

    @Override
    void fails() {
        count = new Count(0, 0, conversations.size(), waiting.size(), count.handedOver(), true);
    }

    /** When it last went on: long ago when the intake neither takes a call nor refuses it. */
    Instant steppedAt() {
        return steppedAt;
    }

    @Override
    void step() throws IOException, InterruptedException {
        steppedAt = clock.instant();
        boolean full = waiting.size() >= MOST_WAITING;
        boolean read = !full && reader().readNext(this);
        if (!read && !full) {
            goLive();
        }
        Instant now = clock.instant();
        if (isLive()) {
            conversations.closeDue(now);
        }
        handOverWaiting(now);
        tidy(now, read);
        if (!read) {
            rest(full);
        }
    }

    private void rest(boolean full) throws IOException, InterruptedException {
        long millis = Math.max(1, Math.min(TICK_MILLIS, shortest().toMillis()));
        if (full) {
            rest(millis);
        } else {
            reader().await(millis);
        }
    }

    private Duration shortest() {
        Duration grace = settings.grace().dividedBy(2);
        return waiting.isEmpty() || settings.retry().compareTo(grace) > 0 ? grace : settings.retry();
    }

    @Override
    void follow(AmiBlock block) {
        Instant written = streamClock.at(block);
        remember(block);
        conversations.accept(block, isLive() ? clock.instant() : written, reader().segment());
    }

    /** From here on the clock says when a call's grace is over. */
    @Override
    void becomesLive() {
        conversations.closeEnded();
        conversations.startFrom(clock.instant());
    }

    /** True when it has heard of this conversation, or handed it over. */
    boolean knows(String callId) {
        synchronized (heard) {
            return heard.contains(callId);
        }
    }

    /** The exchange's own name, which makes part of each reference; empty while no call has told it. */
    String system() {
        return system;
    }

    private void remember(AmiBlock block) {
        system = block.get("SystemName").isEmpty() ? system : block.get("SystemName");
        if (block.event().equals("Newchannel") || block.event().equals("Status")) {
            synchronized (heard) {
                heard.add(block.get("Linkedid"));
                if (heard.size() > MOST_HEARD) {
                    heard.remove(heard.iterator().next());
                }
            }
        }
    }

    private void over(Conversation call) {
        if (!handed.contains(call.reference())) {
            waiting.add(call);
        }
    }

    private void handOverWaiting(Instant now) throws IOException {
        if (waiting.isEmpty() || now.isBefore(nextTry)) {
            return;
        }
        journal.force();
        boolean failed = false;
        for (Iterator<Conversation> calls = waiting.iterator(); calls.hasNext() && !isStopped(); ) {
            Conversation call = calls.next();
            try {
                handOver.handOver(call.item(settings.name()));
                journal.segments().handed(call.position(), call.reference());
                calls.remove();
                steppedAt = clock.instant();
                count = counted(count.handedOver() + 1, false);
            } catch (IntakeUnavailable e) {
                failed = true;
                break;
            } catch (RuntimeException e) {
                // whatever one call meets, the others behind it are offered too
                Throwable why = e.getCause() == null ? e : e.getCause();
                LOG.warn(
                        "Phone line {}: a call was not taken, it is offered again: {}",
                        settings.name(),
                        why.getClass().getSimpleName());
                failed = true;
            }
        }
        plan(now, failed);
    }

    private void plan(Instant now, boolean failed) {
        if (failed) {
            if (!count.failing()) {
                LOG.warn("Phone line {}: the intake does not take calls; they wait in the journal", settings.name());
            }
            nextTry = now.plus(pause);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : twice;
        } else {
            nextTry = Instant.MIN;
            pause = settings.retry();
        }
        count = counted(count.handedOver(), failed);
    }

    private void tidy(Instant now, boolean busy) throws IOException {
        boolean due = tidiedAt.equals(Instant.MIN)
                || Duration.between(tidiedAt, now).abs().toMillis() >= TICK_MILLIS;
        if (!busy || due) {
            count = counted(count.handedOver(), count.failing());
        }
        if (due) {
            tidiedAt = now;
            journal.force();
            journal.rollWhenOlder(now, KEPT);
            long needed =
                    waiting.stream().mapToLong(Conversation::position).min().orElse(Long.MAX_VALUE);
            long oldest = Math.min(reader().segment(), Math.min(needed, conversations.lowestPosition()));
            // a block may begin at the end of the segment before the one in which it was read whole
            journal.segments().deleteBefore(oldest - 1);
        }
    }

    private Count counted(long handedOver, boolean failing) {
        return new Count(
                blocks().skippedLines(),
                blocks().droppedBlocks(),
                conversations.size(),
                waiting.size(),
                handedOver,
                failing);
    }
}
