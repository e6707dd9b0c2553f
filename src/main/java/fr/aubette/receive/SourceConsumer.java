package fr.aubette.receive;

import fr.aubette.intake.IntakeUnavailable;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Reads a source while its route runs, and sends each item through it. */
public abstract class SourceConsumer extends DefaultConsumer {

    protected SourceConsumer(SourceEndpoint endpoint, Processor route) {
        super(endpoint, route);
    }

    /**
     * Sends one item through the route.
     *
     * @return why it is not safe, so that its source must offer it again; nothing when the route has taken it. A closed
     *     intake has not, whatever the route's failure handling makes of it
     */
    protected final Optional<Throwable> offer(Object item) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(item);
            process(exchange);
            return failure(exchange);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** A route may throw anything; Camel's own consumers keep it with the exchange as well. */
    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    private static Optional<Throwable> failure(Exchange exchange) {
        Throwable handled = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return Optional.<Throwable>ofNullable(exchange.getException())
                .or(() -> Optional.ofNullable(handled).filter(IntakeUnavailable.class::isInstance));
    }
}
