package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import fr.aubette.model.TicketLink;
import fr.aubette.ticket.NotPossible.Why;
import fr.aubette.ticket.TicketRows.Row;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back that a contact joined a ticket: it becomes a ticket of its own, with clocks from its own arrival, and the
 * other's are counted again without it. The two stay tied, so that whoever reads one finds the other.
 */
@Component
public class Separating {

    private final SeparationRows separation;
    private final TicketRows rows;
    private final TicketLinks links;
    private final Qualifying qualifying;
    private final Clocks clocks;
    private final History history;

    Separating(
            SeparationRows separation,
            TicketRows rows,
            TicketLinks links,
            Qualifying qualifying,
            Clocks clocks,
            History history) {
        this.separation = separation;
        this.rows = rows;
        this.links = links;
        this.qualifying = qualifying;
        this.clocks = clocks;
        this.history = history;
    }

    /**
     * Takes a contact out.
     *
     * @return the ticket that it now is
     * @throws NotPossible if it is not in the ticket, or alone there
     */
    @Transactional
    public TicketId separate(Act act, UUID contact) {
        Row from = rows.lock(act.ticket()).orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
        if (from.version() != act.version()) {
            throw new Stale(from.number());
        }
        if (from.status().ended()) {
            throw new NotPossible(Why.ENDED);
        }
        TicketId fresh = separation
                .separate(from, contact, clocks.now())
                .orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
        Row opened = rows.lock(fresh).orElseThrow();
        links.link(fresh, new TicketLink(from.id(), TicketLink.Why.SEPARATED), clocks.now());
        clocks.recount(from.id(), from.motive());
        clocks.recount(fresh, opened.motive());
        qualifying.settle(opened);
        rows.save(from, clocks.now());
        history.tell(from, "separated", act.actor(), Map.of());
        history.tell(opened, "separated-from", act.actor(), Map.of());
        history.handOver(opened, "ticket-separated", "");
        return fresh;
    }
}
