package fr.aubette.cli;

import fr.aubette.model.Dispatched;
import fr.aubette.model.Normalised;
import fr.aubette.model.Received;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/** What stands behind the journey where there is no server: nothing is counted, locked, committed or written. */
final class EmptyPorts {

    private EmptyPorts() {}

    /** In place of the bean {@code attempts}: what is explained is given whole. */
    public static final class Attempts {
        public Received begin(Received given) {
            return given;
        }
    }

    /** In place of the bean {@code claims}: nobody else works on it. */
    public static final class Claims {
        public Normalised claim(Normalised normalised) {
            return normalised;
        }
    }

    /** In place of the bean {@code recording}: the decisions themselves are the answer. */
    public static final class Recording {
        public Dispatched record(Dispatched dispatched) {
            return dispatched;
        }
    }

    /** In place of the policy {@code oneTransaction}: there is nothing to commit. */
    public static final class NoTransaction implements Policy {
        @Override
        public void beforeWrap(Route route, NamedNode definition) {
            // nothing to prepare
        }

        @Override
        public Processor wrap(Route route, Processor steps) {
            return steps;
        }
    }
}
