package fr.aubette.identify.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from contacts whose citizen a person knows how often each sign shows.
 *
 * <p>What ships counts as three hundred contacts, and no share goes further from it than a factor of four: a few odd
 * decisions teach next to nothing, and many cannot teach that first names do not matter.
 */
public final class Tuning {

    private static final double PRIOR_CONTACTS = 300;

    private final Map<Sign, Integer> seen = new EnumMap<>(Sign.class);
    private final Map<Sign.Field, Integer> totals = new EnumMap<>(Sign.Field.class);

    /** Counts in what one contact says of its own citizen. */
    public void saw(List<Clue> clues) {
        for (Clue clue : clues) {
            seen.merge(clue.sign(), 1, Integer::sum);
            totals.merge(clue.sign().field(), 1, Integer::sum);
        }
    }

    /** In how many contacts a sign showed. */
    public int seen(Sign sign) {
        return seen.getOrDefault(sign, 0);
    }

    /** The shares learnt; those of one field add up to one. */
    public Map<Sign, Double> shares() {
        Map<Sign, Double> shares = new EnumMap<>(Sign.class);
        Map<Sign.Field, Double> sums = new EnumMap<>(Sign.Field.class);
        for (Sign sign : Sign.values()) {
            int total = totals.getOrDefault(sign.field(), 0);
            double learnt = (seen(sign) + PRIOR_CONTACTS * sign.share()) / (total + PRIOR_CONTACTS);
            shares.put(sign, Weights.bounded(sign, learnt));
            sums.merge(sign.field(), Weights.bounded(sign, learnt), Double::sum);
        }
        shares.replaceAll((sign, share) -> share / sums.getOrDefault(sign.field(), 1.0));
        return shares;
    }
}
