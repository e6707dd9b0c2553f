package fr.aubette.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the hub's store and queues hold in the end.
 *
 * @param intakes every intake
 * @param told each message found on a directorate's queue, as {@code ticket contact}
 * @param inFlight intakes without an outcome
 * @param balance what was taken less what ended and what is in flight
 * @param gaps tickets whose events do not count 1, 2, 3…
 * @param twins identity keys that two citizens of one name hold
 * @param unsent rows left in the outbox
 */
record Books(
        List<Row> intakes,
        List<String> told,
        long inFlight,
        long balance,
        List<String> gaps,
        List<String> twins,
        long unsent) {

    /**
     * One intake.
     *
     * @param markers those found in its reference and its raw bytes
     * @param outcome empty while in flight
     * @param contacts how many contacts it has
     * @param links its contacts' places in tickets, as {@code ticket contact}
     * @param toTell those of them whose directorate has a queue
     */
    record Row(
            String id,
            String channel,
            Set<String> markers,
            String outcome,
            int contacts,
            List<String> links,
            List<String> toTell) {}

    /** The same books with other intakes, to show that a falsified store is found out. */
    Books with(List<Row> others) {
        return new Books(others, told, inFlight, balance, gaps, twins, unsent);
    }

    /** The same books with other messages. */
    Books withTold(List<String> others) {
        return new Books(intakes, others, inFlight, balance, gaps, twins, unsent);
    }

    /** Intakes by outcome, of one channel's markers. */
    Map<String, Long> outcomes() {
        return intakes.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Row::outcome, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }
}
