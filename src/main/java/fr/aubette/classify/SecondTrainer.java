package fr.aubette.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns what the signs of a second topic are worth: which directorate, or none, by logistic regression over the
 * candidates of each text (Adam's steps).
 */
final class SecondTrainer {

    private static final int ROUNDS = 400;
    private static final double STEP = 0.05;
    private static final double SLOW = 0.9;
    private static final double SLOWER = 0.999;

    /** How much small weights are worth beside the lessons. */
    private static final double SHRINK = 1;

    private record Trial(SecondSigns signs, boolean[] right, boolean any, double weight) {}

    private final List<Trial> trials = new ArrayList<>();

    /**
     * One more text.
     *
     * @param right the directorates of its other topics; empty when it has none
     * @param weight how much it counts, 1 for a text that somebody wrote so
     */
    void add(SecondSigns signs, Set<String> right, double weight) {
        boolean[] hits = new boolean[signs.directorates().size()];
        boolean any = false;
        for (int c = 0; c < hits.length; c++) {
            hits[c] = right.contains(signs.directorates().get(c));
            any |= hits[c];
        }
        trials.add(new Trial(signs, hits, any, weight));
    }

    /** The weights by the signs' names; {@code otherwise} when no text had a second topic. */
    Map<String, Double> weights(Map<String, Double> otherwise) {
        if (trials.stream().noneMatch(Trial::any)) {
            return otherwise;
        }
        double[] scale = scale();
        double[] weights = new double[scale.length];
        double[] speed = new double[scale.length];
        double[] square = new double[scale.length];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = slope(weights, scale);
            for (int s = 0; s < weights.length; s++) {
                speed[s] = SLOW * speed[s] + (1 - SLOW) * slope[s];
                square[s] = SLOWER * square[s] + (1 - SLOWER) * slope[s] * slope[s];
                double mean = speed[s] / (1 - Math.pow(SLOW, round));
                double spread = Math.sqrt(square[s] / (1 - Math.pow(SLOWER, round)));
                weights[s] += STEP * mean / (spread + 1e-9);
            }
        }
        Map<String, Double> named = new HashMap<>();
        for (SecondSigns.Sign sign : SecondSigns.Sign.values()) {
            named.put(sign.code(), Math.round(1000 * weights[sign.ordinal()] / scale[sign.ordinal()]) / 1000.0);
        }
        return named;
    }

    /** How far each sign spreads, so that all are shrunk alike. */
    private double[] scale() {
        int size = SecondSigns.Sign.values().length;
        double[] sum = new double[size];
        double[] squares = new double[size];
        double count = 0;
        for (Trial trial : trials) {
            for (double[] own : trial.signs().values()) {
                count++;
                for (int s = 0; s < size; s++) {
                    sum[s] += own[s];
                    squares[s] += own[s] * own[s];
                }
            }
        }
        double[] scale = new double[size];
        Arrays.fill(scale, 1);
        for (int s = 0; s < size; s++) {
            double spread = squares[s] / count - sum[s] / count * (sum[s] / count);
            scale[s] = spread > 1e-6 ? Math.sqrt(spread) : 1;
        }
        return scale;
    }

    private double[] slope(double[] weights, double[] scale) {
        double[] slope = new double[weights.length];
        double[] plain = new double[weights.length];
        for (int s = 0; s < weights.length; s++) {
            plain[s] = weights[s] / scale[s];
            slope[s] = s == SecondSigns.Sign.BASE.ordinal() ? 0 : -SHRINK * weights[s];
        }
        for (Trial trial : trials) {
            double[] chances = trial.signs().chances(plain);
            double right = 1e-12;
            for (int c = 0; c < trial.right().length; c++) {
                right += trial.right()[c] ? chances[c] : 0;
            }
            for (int c = 0; c < trial.right().length; c++) {
                double wanted = trial.right()[c] ? chances[c] / right : 0;
                double pull = (wanted - chances[c]) * trial.weight();
                double[] own = trial.signs().values()[c];
                for (int s = 0; s < slope.length; s++) {
                    slope[s] += pull * own[s] / scale[s];
                }
            }
        }
        return slope;
    }
}
