package fr.aubette.receive;

import fr.aubette.watch.SourceBoard;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells health of every poll of a mailbox or folder; a failed one is tried again at the next turn. */
@Component("pollWatch")
class PollWatch implements PollingConsumerPollStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);

    private final SourceBoard board;

    PollWatch(SourceBoard board) {
        this.board = board;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        board.succeeded(source(consumer));
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
        String why = why(cause);
        LOG.warn("{} could not be read: {}", source(consumer), why);
        board.failed(source(consumer), why);
        return false;
    }

    /** The deepest cause: what Camel wraps it in only names the address. */
    private static String why(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }

    private static String source(Consumer consumer) {
        return consumer instanceof RouteAware aware && aware.getRoute() != null
                ? aware.getRoute().getRouteId()
                : consumer.getEndpoint().getEndpointKey();
    }
}
