package fr.aubette.ticket;

import fr.aubette.model.Course;
import fr.aubette.model.Deadline;
import fr.aubette.model.Motive;
import java.util.List;

/** Port: the dates that a motive owes, counted from all that happened to its request. */
@FunctionalInterface
public interface ClockRules {

    List<Deadline> of(Motive motive, Course course);
}
