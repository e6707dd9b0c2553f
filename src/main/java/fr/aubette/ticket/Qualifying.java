package fr.aubette.ticket;

import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import fr.aubette.model.Turn;
import fr.aubette.ticket.NotPossible.Why;
import fr.aubette.ticket.TicketRows.Row;
import fr.aubette.ticket.TicketRows.Said;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What follows from knowing a ticket's motive: who leads, how soon, by when. */
@Component
class Qualifying {

    private final TicketRows rows;
    private final Clocks clocks;
    private final SectorRules sectors;
    private final Catalogue catalogue;

    Qualifying(TicketRows rows, Clocks clocks, SectorRules sectors, Catalogue catalogue) {
        this.sectors = sectors;
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
        return qualified(row, motive, priority, place(row, motive).service());
    }

    /**
     * Puts it where a motive belongs, whatever it was before; the former lead hears no more of it.
     *
     * @param service empty for the motive's own
     */
    Row move(Row row, Motive motive, Optional<String> service, boolean protectedLane) {
        if (!motive.directorate().equals(row.directorate())) {
            rows.changeLead(row, motive.directorate(), false);
        }
        rows.keepLeadOnly(row.id());
        clocks.turn(row.id(), motive.code(), Turn.on(Turn.Kind.QUALIFIED, clocks.today()));
        Priority ordinary = motive.urgent() ? Priority.URGENT : Priority.NORMAL;
        return qualified(
                        row,
                        motive,
                        protectedLane ? Priority.PROTECTED : ordinary,
                        service.or(() -> place(row, motive).service()))
                .withState(TicketRows.Status.OPEN, Optional.empty());
    }

    /** Once the ticket is saved, where it is answered. */
    void settle(Row qualified) {
        rows.site(
                qualified.id(),
                place(qualified, catalogue.motive(qualified.motive())).site());
    }

    /** By all that was said, and by the last address given; without one, by that which is kept of the citizen. */
    private SectorRules.Placed place(Row row, Motive motive) {
        List<Said> said = rows.said(row.id());
        String words = said.stream().map(Said::text).collect(Collectors.joining("\n", row.subject() + "\n", ""));
        String home =
                said.stream().map(Said::home).filter(each -> !each.isBlank()).reduce("", (former, latter) -> latter);
        return sectors.place(motive, words, home.isBlank() ? rows.home(row.id()) : home);
    }

    private static Row qualified(Row row, Motive motive, Priority priority, Optional<String> service) {
        boolean moves = !motive.directorate().equals(row.directorate());
        return new Row(
                row.id(),
                row.number(),
                motive.code(),
                motive.directorate(),
                service,
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
