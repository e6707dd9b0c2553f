package fr.aubette.ticket;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Deadline;
import fr.aubette.model.Motive;
import java.time.LocalDate;
import java.util.List;

/** Port: the dates that a motive owes once it is known. */
@FunctionalInterface
public interface ClockRules {

    /**
     * The deadlines of a motive.
     *
     * @param arrival the day the request came into the institution
     * @param channel how it came
     */
    List<Deadline> of(Motive motive, LocalDate arrival, ChannelKind channel);
}
