package fr.aubette.outbox;

import fr.aubette.lease.Rounds;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the broker now and then whether it is there and how the directorates' queues stand, in a thread of its own: an
 * idle relay would not notice, and whoever looks at health must not wait.
 */
@Component
class BrokerWatch extends Rounds implements QueueDepths {

    private static final Duration LOOK = Duration.ofSeconds(5);

    /** A question without an answer for so long is an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

    private final ConnectionFactory connections;
    private final List<String> directorates;
    private final QueueMeters meters;
    private volatile boolean answers = true;
    private volatile long asked = System.nanoTime();
    private volatile Optional<List<QueueDepth>> depths = Optional.empty();
    private boolean forbidden;
    private @Nullable Connection connection;
    private @Nullable QueueQuestions questions;

    BrokerWatch(RelayConnections connections, Catalogue catalogue, QueueMeters meters) {
        super("broker-watch", LOOK);
        this.connections = connections.single();
        this.directorates = catalogue.directorates().values().stream()
                .filter(each -> each.takes() != Directorate.Takes.CONSOLE)
                .map(Directorate::code)
                .sorted()
                .toList();
        this.meters = meters;
    }

    /** Whether the broker answered when it was last asked, not long ago. */
    boolean answers() {
        return answers && System.nanoTime() - asked < SILENCE.toNanos();
    }

    @Override
    public Optional<List<QueueDepth>> read() {
        return answers() ? depths : Optional.empty();
    }

    @Override
    protected void round() {
        asked = System.nanoTime();
        try {
            depths = ask();
            answers = true;
        } catch (JMSException e) {
            LOG.debug("The broker does not answer: {}", e.getMessage());
            answers = false;
            depths = Optional.empty();
            close();
        }
        meters.show(read().orElse(List.of()));
    }

    /** The questions' session is kept: each would leave a line in the broker's log. */
    private Optional<List<QueueDepth>> ask() throws JMSException {
        Connection open = connection;
        if (open == null) {
            open = connections.createConnection();
            connection = open;
        }
        try {
            return forbidden ? present(open) : Optional.of(depths(open));
        } catch (JMSSecurityException e) {
            forbidden = true;
            LOG.info("How the directorates' queues stand is unknown, the hub may not ask: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private List<QueueDepth> depths(Connection open) throws JMSException {
        QueueQuestions asking = questions;
        if (asking == null) {
            asking = new QueueQuestions(open);
            questions = asking;
        }
        List<QueueDepth> found = new ArrayList<>();
        for (String directorate : directorates) {
            asking.depth(directorate).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** A session is made at the broker: a connection alone would seem whole long after the other end has gone. */
    private static Optional<List<QueueDepth>> present(Connection open) throws JMSException {
        open.createSession().close();
        return Optional.empty();
    }

    private void close() {
        Connection open = connection;
        connection = null;
        questions = null;
        forbidden = false;
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
    public void stop() {
        super.stop();
        close();
    }
}
