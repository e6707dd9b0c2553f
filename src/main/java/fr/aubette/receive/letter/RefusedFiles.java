package fr.aubette.receive.letter;

import fr.aubette.receive.letter.Refusals.Refusal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * After each look at a drop folder, gives back what was taken and could not be read: moved from {@code taken/} to
 * {@code refused/}, with a note that says why, written first: a kill leaves none without. The mail room finds it where
 * it lays its files.
 */
public abstract class RefusedFiles implements PollingConsumerPollStrategy {

    /** How far back it looks when it begins. */
    private static final Duration BACK = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFiles.class);

    private final PollingConsumerPollStrategy watch;
    private final Refusals refusals;
    private final Clock clock;
    private final String routes;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    /**
     * One that looks after another strategy has.
     *
     * @param watch told of each look
     * @param routes what their identities begin with, before the name of the source
     */
    protected RefusedFiles(PollingConsumerPollStrategy watch, Refusals refusals, Clock clock, String routes) {
        this.watch = watch;
        this.refusals = refusals;
        this.clock = clock;
        this.routes = routes;
    }

    @Override
    public final boolean begin(Consumer consumer, Endpoint endpoint) {
        return watch.begin(consumer, endpoint);
    }

    @Override
    public final void commit(Consumer consumer, Endpoint endpoint, int polled) {
        watch.commit(consumer, endpoint, polled);
        if (consumer instanceof RouteAware aware && aware.getRoute() != null) {
            look(aware.getRoute().getRouteId().replaceFirst("^" + routes, ""), endpoint);
        }
    }

    @Override
    public final boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) throws Exception {
        return watch.rollback(consumer, endpoint, retries, cause);
    }

    private void look(String source, Endpoint folder) {
        try {
            List<Refusal> refused = refusals.since(
                    source, seen.getOrDefault(source, clock.instant().minus(BACK)));
            if (!refused.isEmpty()) {
                give(folder, refused);
                seen.put(source, refused.get(refused.size() - 1).at());
            }
        } catch (DataAccessException e) {
            LOG.debug("What was refused is told when PostgreSQL answers: {}", e.getMessage());
        } catch (IOException | GenericFileOperationFailedException e) {
            LOG.warn(
                    "A refused file of {} could not be moved to refused/: {}",
                    source,
                    e.getClass().getSimpleName());
        }
    }

    /** Moves those that still lie in {@code taken/} of this folder; told again when it fails. */
    protected abstract void give(Endpoint folder, List<Refusal> refused) throws IOException;
}
