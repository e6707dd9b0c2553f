package fr.aubette.lease;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * One thing that the hub does again and again, in a thread of its own, from its start to its stop. A round that fails
 * is logged and the next one comes all the same.
 */
public abstract class Rounds implements SmartLifecycle {

    /** How long a stop waits for the round in hand. */
    private static final long STOP_MILLIS = 2_000;

    private final String name;
    private final Duration rest;
    private volatile @Nullable ThreadPoolTaskScheduler rounds;

    /**
     * @param name the thread's
     * @param rest from the end of one round to the next
     */
    protected Rounds(String name, Duration rest) {
        this.name = name;
        this.rest = rest;
    }

    /** Does it once; a stop interrupts it. */
    protected abstract void round();

    @Override
    public void start() {
        ThreadPoolTaskScheduler begun = new ThreadPoolTaskScheduler();
        begun.setThreadNamePrefix(name + "-");
        begun.setDaemon(true);
        begun.setAwaitTerminationMillis(STOP_MILLIS);
        begun.initialize();
        begun.scheduleWithFixedDelay(this::round, rest);
        rounds = begun;
    }

    /** No round is under way afterwards. */
    @Override
    public void stop() {
        ThreadPoolTaskScheduler ending = rounds;
        rounds = null;
        if (ending != null) {
            ending.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
