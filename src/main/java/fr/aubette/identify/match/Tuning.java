package fr.aubette.identify.match;

import java.util.Arrays;
import java.util.Comparator;
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

    /** The shares learnt; those of one field add up to one, and its usual sign has what the others leave. */
    public Map<Sign, Double> shares() {
        Map<Sign, Double> shares = new EnumMap<>(Sign.class);
        for (Sign.Field field : Sign.Field.values()) {
            List<Sign> signs = Arrays.stream(Sign.values())
                    .filter(sign -> sign.field() == field)
                    .sorted(Comparator.comparingDouble(Sign::share).reversed())
                    .toList();
            Sign usual = signs.get(0);
            List<Sign> others = signs.subList(1, signs.size());
            double most = 1 - Weights.bounded(usual, 0);
            double all = others.stream().mapToDouble(this::learnt).sum();
            double fitting = Math.min(1, most / all);
            others.forEach(sign -> shares.put(sign, learnt(sign) * fitting));
            shares.put(usual, 1 - all * fitting);
        }
        return shares;
    }

    private double learnt(Sign sign) {
        int total = totals.getOrDefault(sign.field(), 0);
        return Weights.bounded(sign, (seen(sign) + PRIOR_CONTACTS * sign.share()) / (total + PRIOR_CONTACTS));
    }
}
