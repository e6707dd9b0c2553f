package fr.aubette.desk;

import java.util.List;
import java.util.Map;

/** Port: the equation, read in one snapshot over all hubs. */
public interface Books {

    /** How what was taken may have ended, in the order in which it is shown. */
    List<String> ENDS =
            List.of("opened", "joined", "settled", "filed", "suppressed", "rejected", "quarantined", "in flight");

    /** One account a channel that has taken anything, by code. */
    List<Account> read();

    /**
     * What became of a channel's intakes.
     *
     * @param taken how many were taken
     * @param ends how many ended so, by {@link #ENDS}
     */
    record Account(String channel, long taken, Map<String, Long> ends) {

        public Account {
            ends = Map.copyOf(ends);
        }

        public long of(String end) {
            return ends.getOrDefault(end, 0L);
        }

        /** How many ended in one of the ways shown before this one: where its part of a bar starts. */
        public long before(String end) {
            return ENDS.stream().limit(ENDS.indexOf(end)).mapToLong(this::of).sum();
        }

        /** What is missing (more than zero) or counted twice (less): zero when the books balance. */
        public long gap() {
            return taken - ends.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
