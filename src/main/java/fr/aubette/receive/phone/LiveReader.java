package fr.aubette.receive.phone;

import fr.aubette.ami.AmiBlock;
import fr.aubette.ami.LiveCalls;
import fr.aubette.model.CallListener;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells those who listen how calls go, as soon as the journal has the bytes: a thread of its own, so that an intake
 * which does not take never holds a screen back.
 */
final class LiveReader extends JournalFollower {

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final Clock clock;
    private final LiveCalls calls;
    private Instant cleanedAt;

    LiveReader(LineSettings settings, Journal journal, CallListener told, Clock clock) {
        super(settings.name(), journal);
        this.clock = clock;
        this.calls = new LiveCalls(settings.name(), settings.longest(), told);
        this.cleanedAt = clock.instant();
    }

    /** As {@link LiveCalls#channelOf}. */
    Optional<String> channelOf(String conversation, String extension) {
        return calls.channelOf(conversation, extension);
    }

    @Override
    void step() throws IOException, InterruptedException {
        if (!reader().readNext(this)) {
            goLive();
            reader().await(TICK_MILLIS);
        }
        clean(clock.instant());
    }

    private void clean(Instant now) {
        if (Duration.between(cleanedAt, now).abs().compareTo(BETWEEN_CLEANINGS) > 0) {
            cleanedAt = now;
            calls.closeOld(now);
        }
    }

    @Override
    void becomesLive() {
        calls.goLive();
    }

    @Override
    void follow(AmiBlock block) {
        calls.accept(block, clock.instant());
    }
}
