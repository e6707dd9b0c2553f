package fr.aubette.cli;

import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/** In place of the policy {@code oneTransaction} where there is no server: there is nothing to commit. */
final class NoTransaction implements Policy {

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return steps;
    }
}
