package fr.aubette.identify.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Pairs taken at random, and pairs taken at random among those who share a column. The same ones at each run. */
final class Samples {

    private static final int RANDOM_PAIRS = 200_000;
    private static final int SHARING_PAIRS = 8_000;
    private static final long SEED = 20_240_229L;

    private final Comparisons random;
    private final List<Comparisons> sharing = new ArrayList<>();

    Samples(Table table) {
        Random dice = new Random(SEED);
        random = new Comparisons(table, random(table, dice));
        for (Column column : table.columns()) {
            sharing.add(new Comparisons(table, sharing(table, column, dice)));
        }
    }

    private static long[] random(Table table, Random dice) {
        LongSet pairs = new LongSet();
        int wanted = (int) Math.min(RANDOM_PAIRS, table.pairs() / 2);
        for (int tries = 0; tries < wanted * 4 && pairs.size() < wanted; tries++) {
            add(pairs, table, dice.nextInt(table.size()), dice.nextInt(table.size()));
        }
        return pairs.sorted();
    }

    private static void add(LongSet pairs, Table table, int one, int other) {
        if (table.comparable(one, other)) {
            pairs.add((long) Math.min(one, other) << 32 | Math.max(one, other));
        }
    }

    private static long[] sharing(Table table, Column column, Random dice) {
        long[] order = new long[table.size()];
        int used = 0;
        for (int i = 0; i < table.size(); i++) {
            if (column.value(i) != Column.NONE) {
                order[used++] = (long) column.value(i) << 32 | i;
            }
        }
        long[] sorted = Arrays.copyOf(order, used);
        Arrays.sort(sorted);
        LongSet pairs = new LongSet();
        for (int tries = 0; tries < SHARING_PAIRS * 4 && pairs.size() < SHARING_PAIRS && used > 1; tries++) {
            int at = dice.nextInt(used);
            int end = Math.min(used, at + 200);
            int next = at + 1 + dice.nextInt(Math.max(1, end - at));
            if (next < used && sorted[next] >>> 32 == sorted[at] >>> 32) {
                add(pairs, table, (int) sorted[at], (int) sorted[next]);
            } else if (at + 1 < used && sorted[at + 1] >>> 32 == sorted[at] >>> 32) {
                add(pairs, table, (int) sorted[at], (int) sorted[at + 1]);
            }
        }
        return pairs.sorted();
    }

    Comparisons random() {
        return random;
    }

    Comparisons sharing(int column) {
        return sharing.get(column);
    }
}
