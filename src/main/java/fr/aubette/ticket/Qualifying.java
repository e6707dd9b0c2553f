package fr.aubette.ticket;

import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import fr.aubette.model.Turn;
import fr.aubette.ticket.NotPossible.Why;
import fr.aubette.ticket.TicketRows.Row;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What follows from knowing a ticket's motive: who leads, how soon, by when. */
@Component
class Qualifying {

    private final TicketRows rows;
    private final Clocks clocks;
    private final Catalogue catalogue;

    Qualifying(TicketRows rows, Clocks clocks, Catalogue catalogue) {
        this.rows = rows;
        this.clocks = clocks;
        this.catalogue = catalogue;
    }

    Row qualify(Row row, String code) {
        Motive motive = catalogue.motives().get(code);
        if (motive == null || code.equals(Matter.TRIAGE) || code.equals(row.motive())) {
            throw new NotPossible(Why.SAME_OR_UNKNOWN);
        }
        Priority priority = priority(row, motive);
        boolean becomesProtected = priority == Priority.PROTECTED && !row.protectedLane();
        if (!motive.directorate().equals(row.directorate())) {
            boolean informFormer =
                    priority != Priority.PROTECTED && !row.motive().equals(Matter.TRIAGE);
            rows.changeLead(row, motive.directorate(), informFormer);
        }
        if (becomesProtected) {
            rows.keepLeadOnly(row.id());
        }
        clocks.turn(row.id(), code, Turn.on(Turn.Kind.QUALIFIED, clocks.today()));
        return qualified(row, motive, priority);
    }

    private static Row qualified(Row row, Motive motive, Priority priority) {
        boolean moves = !motive.directorate().equals(row.directorate());
        return new Row(
                row.id(),
                row.number(),
                motive.code(),
                motive.directorate(),
                Optional.of(motive.service()).filter(service -> !service.isBlank()),
                row.subject(),
                priority,
                moves ? TicketRows.Status.OPEN : row.status(),
                moves ? Optional.empty() : row.assignee(),
                row.version());
    }

    /** What was seen as protected stays so: lifting that is a decision of its own. */
    private static Priority priority(Row row, Motive motive) {
        if (motive.protectedLane() || row.protectedLane()) {
            return Priority.PROTECTED;
        }
        return motive.urgent() ? Priority.URGENT : Priority.NORMAL;
    }
}
