package fr.aubette.outbox;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the broker now and then whether it is there, in a thread of its own: an idle relay would not notice, and whoever
 * looks at health must not wait.
 */
@Component
class BrokerWatch implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(5);

    /** A question without an answer for so long is an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

    private final ConnectionFactory connections;
    private final Thread thread = new Thread(this::run, "broker-watch");
    private volatile boolean running;
    private volatile boolean answers = true;
    private volatile long asked = System.nanoTime();
    private @Nullable Connection connection;

    BrokerWatch(RelayConnections connections) {
        this.connections = connections.single();
        thread.setDaemon(true);
    }

    /** Whether the broker answered when it was last asked, not long ago. */
    boolean answers() {
        return answers && System.nanoTime() - asked < SILENCE.toNanos();
    }

    private void run() {
        while (running) {
            asked = System.nanoTime();
            try {
                ask();
                answers = true;
            } catch (JMSException e) {
                LOG.debug("The broker does not answer: {}", e.getMessage());
                answers = false;
                close();
            }
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                break;
            }
        }
        close();
    }

    /** A session is made at the broker: a connection alone would seem whole long after the other end has gone. */
    private void ask() throws JMSException {
        Connection open = connection;
        if (open == null) {
            open = connections.createConnection();
            connection = open;
        }
        open.createSession().close();
    }

    private void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSException e) {
                // a connection that cannot be closed is as good as closed
                return;
            }
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
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
