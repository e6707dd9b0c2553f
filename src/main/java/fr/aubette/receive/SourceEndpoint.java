package fr.aubette.receive;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/** A source of items as the beginning of a route: things come from it, nothing goes to it. */
public final class SourceEndpoint extends DefaultEndpoint {

    private final Opening opening;

    /** Makes what reads the source. */
    @FunctionalInterface
    public interface Opening {

        /** A consumer that reads while its route runs. */
        Consumer of(SourceEndpoint endpoint, Processor route);
    }

    /** @param opening called once for each route that begins here */
    public SourceEndpoint(String uri, DefaultComponent component, Opening opening) {
        super(uri, component);
        this.opening = opening;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a route may begin with " + getEndpointUri() + ", not end with it");
    }

    @Override
    public Consumer createConsumer(Processor route) {
        return opening.of(this, route);
    }
}
