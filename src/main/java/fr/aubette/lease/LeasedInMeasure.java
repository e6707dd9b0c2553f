package fr.aubette.lease;

import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * Like {@link Leased}, for sources that keep what they have: a mailbox and a folder are left alone while too much is in
 * flight. The phone and people at a form never wait for it.
 */
@Component("leasedInMeasure")
public class LeasedInMeasure extends RoutePolicySupport {

    private final GatedRoutes routes;
    private final StoreState store;
    private final Leases leases;
    private final Overload overload;

    LeasedInMeasure(GatedRoutes routes, StoreState store, Leases leases, Overload overload) {
        this.routes = routes;
        this.store = store;
        this.leases = leases;
        this.overload = overload;
    }

    @Override
    public void onInit(Route route) {
        String name = route.getRouteId();
        routes.add(route, () -> store.ready() && leases.holds(name) && !overload.tooMuch());
    }
}
