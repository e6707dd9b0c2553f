package fr.aubette.stream;

import fr.aubette.model.IntakeId;
import fr.aubette.ticket.Decisions;
import java.util.List;

/** Port: why an intake was decided as it was. */
@FunctionalInterface
public interface DecisionBook {

    /** Adds one more round of decisions beside the former ones, in a transaction of its own. */
    void add(IntakeId intake, List<Decisions> decisions);
}
