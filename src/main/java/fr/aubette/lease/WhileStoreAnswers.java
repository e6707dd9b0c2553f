package fr.aubette.lease;

import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/** Runs a route only while PostgreSQL answers: what waits in a queue waits there. */
@Component("whileStoreAnswers")
public class WhileStoreAnswers extends RoutePolicySupport {

    private final GatedRoutes routes;
    private final StoreState store;

    WhileStoreAnswers(GatedRoutes routes, StoreState store) {
        this.routes = routes;
        this.store = store;
    }

    @Override
    public void onInit(Route route) {
        routes.add(route, store::ready);
    }
}
