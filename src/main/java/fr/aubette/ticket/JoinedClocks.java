package fr.aubette.ticket;

import fr.aubette.model.Assignment;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Turn;
import fr.aubette.ticket.TicketBook.TicketLine;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts a ticket's dates again when a contact joins it: a call that is confirmed in writing begins to owe. */
@Component
class JoinedClocks implements Aftermath {

    private final Clocks clocks;

    JoinedClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> tickets) {
        List<Assignment> assignments = dispatched.assignments();
        for (int each = 0; each < assignments.size(); each++) {
            if (assignments.get(each).threading().joins().isPresent()) {
                joined(tickets.get(each));
            }
        }
    }

    private void joined(TicketLine ticket) {
        if (ticket.reopened()) {
            clocks.turn(ticket.id(), ticket.motive(), Turn.on(Turn.Kind.REOPENED, clocks.today()));
        } else {
            clocks.recount(ticket.id(), ticket.motive());
        }
    }
}
