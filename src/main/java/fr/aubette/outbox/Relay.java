package fr.aubette.outbox;

import fr.aubette.lease.Leases;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what waits in the outbox, in order, then deletes it. One hub relays at a time; a crash between sending and
 * deleting repeats messages under the same duplicate id, which the broker drops.
 */
@Component
public class Relay implements SmartLifecycle {

    /** Name of the lease that the relaying hub holds. */
    static final String LEASE = "outbox-relay";

    /** Most messages in one transaction of the broker. */
    static final int BATCH = 200;

    /** What is written so soon after the bell goes in the same transaction of the broker. */
    private static final Duration GATHERING = Duration.ofMillis(3);

    private static final Duration SWEEP = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final OutboxRows rows;
    private final Bell bell;
    private final Leases leases;
    private final Broker broker;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean running;
    private volatile boolean failing;

    Relay(OutboxRows rows, Bell bell, Leases leases, RelayConnections connections, BrokerSettings settings) {
        this.rows = rows;
        this.bell = bell;
        this.leases = leases;
        this.broker = new Broker(connections, settings.directorateQueueKeeps());
        thread.setDaemon(true);
    }

    /** Whether the last try to reach the broker or the database failed. */
    public boolean failing() {
        return failing;
    }

    private void run() {
        while (running) {
            try {
                boolean more = leases.holds(LEASE) && relayOnce();
                recovered();
                if (!more) {
                    bell.await(SWEEP);
                    Thread.sleep(GATHERING.toMillis());
                }
            } catch (JMSException | DataAccessException | TransactionException e) {
                failed(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends a batch; whether it was full, so that there may be more. */
    private boolean relayOnce() throws JMSException {
        List<Message> batch = rows.next(BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        try {
            broker.sendTogether(batch);
        } catch (JMSException refused) {
            LOG.info("A batch of {} was refused ({}); sending one by one", batch.size(), refused.getMessage());
            broker.sendOneByOne(batch);
        }
        rows.delete(batch.stream().map(Message::id).toList());
        return batch.size() == BATCH;
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOG.info("The relay sends again");
        }
    }

    private void failed(Exception cause) {
        broker.close();
        if (!failing) {
            failing = true;
            LOG.warn("The relay waits, nothing is lost: {}", cause.getMessage());
        }
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        broker.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
