package fr.aubette.model;

import java.util.List;

/**
 * What a matter can be about: an entry of {@code config/motives.yaml}.
 *
 * @param code stable upper-case code, for example {@code NID_DE_POULE}
 * @param label as agents read it
 * @param directorate who leads
 * @param service below the directorate; blank when it has none
 * @param informed directorates informed of it
 * @param protectedLane whether it goes the restricted way, always first
 * @param hidden whether even its existence is hidden outside the lead directorate
 * @param clocks what time limits a new ticket starts
 */
public record Motive(
        String code,
        String label,
        String directorate,
        String service,
        List<String> informed,
        boolean protectedLane,
        boolean hidden,
        List<Clock> clocks) {

    /**
     * A time limit as data, so that an administrator can correct it.
     *
     * @param kind stable code of the deadline it gives
     * @param amount how many units; more than zero
     * @param unit of the amount; working days leave out weekends and public holidays
     * @param article where it is written
     */
    public record Clock(String kind, int amount, Unit unit, String article) {

        /** What a time limit is counted in; months run from date to date. */
        public enum Unit {
            DAYS,
            WORKING_DAYS,
            MONTHS
        }

        public Clock {
            if (amount <= 0) {
                throw new IllegalArgumentException("a time limit must be more than zero, is " + amount);
            }
        }
    }

    public Motive {
        informed = List.copyOf(informed);
        clocks = List.copyOf(clocks);
    }
}
