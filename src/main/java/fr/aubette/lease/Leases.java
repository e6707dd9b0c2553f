package fr.aubette.lease;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What this hub holds. A lease lasts {@link #LENGTH}; it is renewed well before, and given up as soon as PostgreSQL has
 * not confirmed it for so long that another hub may hold it.
 */
@Component
public class Leases extends Rounds {

    /** How long a lease lasts without renewal: also the time another hub needs to take over. */
    static final Duration LENGTH = Duration.ofSeconds(6);

    private static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final LeaseRows rows;
    private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> confirmedUntil = new ConcurrentHashMap<>();

    Leases(LeaseRows rows) {
        super("leases", RENEWAL);
        this.rows = rows;
    }

    /** Whether this hub is the one that reads or relays by this name; asking for the first time also applies for it. */
    public boolean holds(String name) {
        Long until = confirmedUntil.get(name);
        if (until == null) {
            return apply(name);
        }
        return System.nanoTime() - until < 0;
    }

    /**
     * Whether PostgreSQL, when it last answered, had another hub's name on it. While it is away nothing new is known.
     */
    public boolean heldElsewhere(String name) {
        return elsewhere.contains(name);
    }

    private boolean apply(String name) {
        long asked = System.nanoTime();
        boolean held;
        try {
            held = rows.acquire(name, LENGTH);
            note(name, held);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The lease {} could not be asked for: {}", name, e.getMessage());
            held = false;
        }
        Long before = confirmedUntil.get(name);
        confirmedUntil.put(name, held ? asked + LENGTH.toNanos() : before == null ? asked : before);
        return held;
    }

    private void note(String name, boolean held) {
        if (held) {
            elsewhere.remove(name);
        } else {
            elsewhere.add(name);
        }
    }

    @Override
    protected void round() {
        confirmedUntil.keySet().forEach(this::apply);
    }

    /** Gives back what it holds, so that another hub need not wait. */
    @Override
    public void stop() {
        super.stop();
        try {
            rows.releaseAll();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The leases run out by themselves: {}", e.getMessage());
        }
    }

    /** Before the relay and the routes, after them when stopping. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }
}
