package fr.aubette.switchboard;

import java.time.Instant;
import java.util.List;

/** Port: how calls went, counted from what is kept of them. */
@FunctionalInterface
public interface PhoneDays {

    /** Calls received since a moment, by the queue that they waited in last; those of none under a blank name. */
    List<Day> since(Instant start);

    /**
     * A queue's calls.
     *
     * @param dialled number dialled, for calls that waited in no queue; blank else
     * @param answered an agent spoke with the citizen
     * @param lost nobody did
     */
    record Day(String queue, String dialled, long answered, long lost) {}
}
