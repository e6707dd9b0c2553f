package fr.aubette.lease;

import org.apache.camel.spi.RoutePolicy;

/** A hub as far as leases go: what it holds, and the routes that follow. */
public final class OneOfSeveralHubs implements AutoCloseable {

    private final GatedRoutes routes = new GatedRoutes();
    private final Leases leases;

    public OneOfSeveralHubs(LeaseRows rows) {
        leases = new Leases(rows);
        leases.start();
    }

    /** For the routes of this hub's own Camel. */
    public RoutePolicy policy() {
        return new LeasedInMeasure(routes, () -> true, leases, () -> false);
    }

    /** From now on its routes run while it holds their lease. */
    public void start() {
        routes.start();
    }

    /** Whether it is the one that reads. */
    public boolean holds(String route) {
        return leases.holds(route);
    }

    /** Ends as a process does that is asked to: its leases are given back. */
    @Override
    public void close() {
        routes.stop();
        leases.stop();
    }
}
