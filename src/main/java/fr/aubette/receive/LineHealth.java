package fr.aubette.receive;

import fr.aubette.receive.phone.LineState;
import fr.aubette.receive.phone.LineWatch;
import fr.aubette.watch.SourceBoard;
import org.springframework.stereotype.Component;

/** Tells health how each phone line is. */
@Component
class LineHealth implements LineWatch {

    private final SourceBoard board;

    LineHealth(SourceBoard board) {
        this.board = board;
    }

    @Override
    public void seen(String route, LineState state) {
        if (state.connectedSince().isPresent() && state.trouble().isEmpty()) {
            board.succeeded(route);
        } else {
            board.failed(route, state.trouble().orElse("not connected"));
        }
    }
}
