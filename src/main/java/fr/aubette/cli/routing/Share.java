package fr.aubette.cli.routing;

import java.util.Locale;

/**
 * How many of how many.
 *
 * @param hits of them
 * @param all may be zero: nothing is known then
 */
record Share(int hits, int all) {

    /** The normal quantile of a 95 % interval. */
    private static final double Z = 1.959964;

    static Share none() {
        return new Share(0, 0);
    }

    Share plus(boolean hit) {
        return new Share(hits + (hit ? 1 : 0), all + 1);
    }

    Share plus(Share other) {
        return new Share(hits + other.hits, all + other.all);
    }

    double value() {
        return all == 0 ? 0 : (double) hits / all;
    }

    /** Lower end of Wilson's interval at 95 %. */
    double least() {
        return all == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** Upper end of Wilson's interval at 95 %. */
    double most() {
        return all == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double half() {
        return Z / (1 + Z * Z / all) * Math.sqrt(value() * (1 - value()) / all + Z * Z / (4.0 * all * all));
    }

    /** For example {@code 80/96 = 83.3 % [74.6, 89.5]}. */
    @Override
    public String toString() {
        return all == 0
                ? "0/0"
                : String.format(
                        Locale.ROOT,
                        "%d/%d = %.1f %% [%.1f, %.1f]",
                        hits,
                        all,
                        100 * value(),
                        100 * least(),
                        100 * most());
    }
}
