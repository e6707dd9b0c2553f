package fr.aubette.classify;

import java.util.Arrays;

/**
 * Logistic regression on sparse rows, by Nesterov's accelerated descent; the last feature, an offset, is not shrunk.
 */
final class LogisticFit {

    private static final int ROUNDS = 250;
    private static final int POWER_ROUNDS = 8;

    /** The curve of the logistic loss is at most so steep. */
    private static final double STEEPEST = 0.25;

    private static final double SAFE = 1.05;

    private final int[][] features;
    private final float[][] values;
    private final int size;

    LogisticFit(int[][] features, float[][] values, int size) {
        this.features = features;
        this.values = values;
        this.size = size;
    }

    /**
     * The weights that tell the right rows from the others.
     *
     * @param right by row
     * @param counts how much each row counts beside half the sum of the weights' squares
     */
    double[] of(boolean[] right, double[] counts) {
        double step = 1 / (SAFE * STEEPEST * steepness(counts) + 1);
        double[] weights = new double[size];
        double[] ahead = new double[size];
        double[] gradient = new double[size];
        double speed = 1;
        for (int round = 0; round < ROUNDS; round++) {
            slope(ahead, right, counts, gradient);
            double faster = (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
            double push = (speed - 1) / faster;
            double back = 0;
            for (int i = 0; i < size; i++) {
                double moved = ahead[i] - step * gradient[i];
                back += gradient[i] * (moved - weights[i]);
                ahead[i] = moved + push * (moved - weights[i]);
                weights[i] = moved;
            }
            speed = back > 0 ? 1 : faster;
        }
        return weights;
    }

    private void slope(double[] weights, boolean[] right, double[] counts, double[] gradient) {
        System.arraycopy(weights, 0, gradient, 0, size);
        gradient[size - 1] = 0;
        for (int row = 0; row < features.length; row++) {
            double score = product(row, weights);
            add(row, counts[row] * (1 / (1 + Math.exp(-score)) - (right[row] ? 1 : 0)), gradient);
        }
    }

    /** The largest eigenvalue of the rows' weighted products. */
    private double steepness(double[] counts) {
        double[] direction = new double[size];
        Arrays.fill(direction, 1 / Math.sqrt(size));
        double length = 1;
        for (int round = 0; round < POWER_ROUNDS; round++) {
            double[] next = new double[size];
            for (int row = 0; row < features.length; row++) {
                add(row, counts[row] * product(row, direction), next);
            }
            length = Math.sqrt(Arrays.stream(next).map(each -> each * each).sum());
            for (int i = 0; i < size; i++) {
                direction[i] = length > 0 ? next[i] / length : 0;
            }
        }
        return length;
    }

    private double product(int row, double[] weights) {
        int[] own = features[row];
        float[] value = values[row];
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
            sum += weights[own[i]] * value[i];
        }
        return sum;
    }

    private void add(int row, double times, double[] sums) {
        int[] own = features[row];
        float[] value = values[row];
        for (int i = 0; i < own.length; i++) {
            sums[own[i]] += times * value[i];
        }
    }
}
