package fr.aubette.watch;

import java.util.List;

/** Port: the equation of what was taken and what became of it, in one snapshot over all hubs. */
@FunctionalInterface
public interface Totals {

    /** One line a channel and what: {@code taken}, each outcome, and {@code in flight}. */
    List<Total> read();

    /**
     * How many.
     *
     * @param channel its code
     * @param what {@code taken}, an outcome's code, or {@code in flight}
     */
    record Total(String channel, String what, long n) {}

    /** What is taken and not accounted for: zero, always. */
    static long missing(List<Total> totals) {
        return totals.stream()
                .mapToLong(each -> each.what().equals("taken") ? each.n() : -each.n())
                .sum();
    }
}
