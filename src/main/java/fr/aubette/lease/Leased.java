package fr.aubette.lease;

import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/** Runs a route on one hub only, the one that holds the lease of the route's name. */
@Component("leased")
public class Leased extends RoutePolicySupport {

    private final GatedRoutes routes;
    private final StoreState store;
    private final Leases leases;

    Leased(GatedRoutes routes, StoreState store, Leases leases) {
        this.routes = routes;
        this.store = store;
        this.leases = leases;
    }

    @Override
    public void onInit(Route route) {
        String name = route.getRouteId();
        routes.add(route, () -> store.ready() && leases.holds(name));
    }
}
