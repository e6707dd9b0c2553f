package fr.aubette.identify.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Finds the probable pairs of a table. Entry point: {@link #find}. */
public final class Pairs {

    /** Pairs compared at once, so that memory is bounded. */
    private static final int CHUNK = 100_000;

    /** A pair that is less probable before anything is learnt will not become probable. */
    private static final double HOPELESS = 1e-5;

    private Pairs() {}

    /**
     * Hands over every pair of at least some probability, in the order of the records.
     *
     * @return what was learnt of each column, for who wants to know why
     */
    public static List<Learnt> find(Table table, double least, Consumer<Pair> found) {
        if (table.columns().isEmpty() || table.size() < 2) {
            return List.of();
        }
        Samples samples = new Samples(table);
        Comparisons candidates = new Comparisons(table, promising(table, Blocks.of(table), samples));
        Estimate estimate = Estimate.of(table, candidates, samples);
        for (int i = 0; i < candidates.size(); i++) {
            double probability = estimate.probability(candidates, i);
            if (probability >= least) {
                found.accept(pair(table, candidates, estimate, i, probability));
            }
        }
        return learnt(table, estimate);
    }

    /** Most pairs that share a key have nothing else in common: they are not looked at again. */
    private static long[] promising(Table table, long[] pairs, Samples samples) {
        Estimate believed = Estimate.believed(table, samples);
        long[] kept = new long[pairs.length];
        int count = 0;
        for (int from = 0; from < pairs.length; from += CHUNK) {
            long[] chunk = Arrays.copyOfRange(pairs, from, Math.min(pairs.length, from + CHUNK));
            Comparisons compared = new Comparisons(table, chunk);
            for (int i = 0; i < chunk.length; i++) {
                if (believed.probability(compared, i) > HOPELESS) {
                    kept[count++] = chunk[i];
                }
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static Pair pair(Table table, Comparisons candidates, Estimate estimate, int index, double probability) {
        List<Clue> clues = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            if (candidates.degree(index, c) != Comparisons.UNKNOWN) {
                clues.add(new Clue(table.columns().get(c).name(), estimate.bits(candidates, index, c)));
            }
        }
        long pair = candidates.pair(index);
        return new Pair(table.id(Blocks.first(pair)), table.id(Blocks.second(pair)), probability, clues);
    }

    private static List<Learnt> learnt(Table table, Estimate estimate) {
        List<Learnt> learnt = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            Column column = table.columns().get(c);
            List<Double> same = new ArrayList<>();
            List<Double> random = new ArrayList<>();
            for (int l = 0; l < column.type().levels(); l++) {
                same.add(estimate.same(c, l));
                random.add(estimate.random(c, l));
            }
            learnt.add(new Learnt(column.name(), column.type(), same, random));
        }
        return learnt;
    }

    /**
     * Two records that may be one person.
     *
     * @param probability 0 to 1
     */
    public record Pair(String one, String other, double probability, List<Clue> clues) {}

    /** One column's part: each bit doubles the odds. */
    public record Clue(String column, double bits) {}

    /**
     * What was learnt of a column.
     *
     * @param same share of pairs of one person at each degree of likeness, equality first
     * @param random the same of pairs taken at random
     */
    public record Learnt(String column, ColumnType type, List<Double> same, List<Double> random) {}
}
