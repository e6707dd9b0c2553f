package fr.aubette.lease;

import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * Like {@link Leased}, for what cannot be asked again: a line is listened to unless another hub is known to listen.
 * While PostgreSQL is away nobody knows, and what is heard waits in the journal; two hubs that hear the same call give
 * it the same reference, so that it is one.
 */
@Component("leasedListening")
public class LeasedListening extends RoutePolicySupport {

    private final GatedRoutes routes;
    private final Leases leases;

    LeasedListening(GatedRoutes routes, Leases leases) {
        this.routes = routes;
        this.leases = leases;
    }

    @Override
    public void onInit(Route route) {
        String name = route.getRouteId();
        routes.add(route, () -> leases.holds(name) || !leases.heldElsewhere(name));
    }
}
