package fr.aubette.receive;

import fr.aubette.watch.SourceBoard;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/** Tells health when this hub begins and ends to read a source. */
@Component("sourceLife")
class SourceLife extends RoutePolicySupport {

    private final SourceBoard board;

    SourceLife(SourceBoard board) {
        this.board = board;
    }

    @Override
    public void onStart(Route route) {
        board.started(route.getRouteId());
    }

    @Override
    public void onStop(Route route) {
        board.stopped(route.getRouteId());
    }
}
