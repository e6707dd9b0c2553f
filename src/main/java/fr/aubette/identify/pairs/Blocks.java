package fr.aubette.identify.pairs;

import fr.aubette.identify.name.Letters;
import fr.aubette.identify.name.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs that are worth comparing: those who share a rare value, or two values at once, or what two values sound
 * like.
 */
final class Blocks {

    /** Records that share one key of one column, at most; more share it by chance. */
    private static final int MOST_ALONE = 12;

    /** Records that share keys of two columns, at most. */
    private static final int MOST_TOGETHER = 60;

    /** Pairs kept at most, so that memory is bounded: {@value} take 96 MB. */
    private static final int MOST_PAIRS = 12_000_000;

    private final Table table;
    private final LongSet pairs = new LongSet();

    private Blocks(Table table) {
        this.table = table;
    }

    /** Each pair once, the lower record in the upper half. */
    static long[] of(Table table) {
        Blocks blocks = new Blocks(table);
        if (table.pairs() <= 300_000) {
            blocks.everybody();
        } else {
            blocks.bySharedKeys();
        }
        return blocks.pairs.sorted();
    }

    static int first(long pair) {
        return (int) (pair >>> 32);
    }

    static int second(long pair) {
        return (int) pair;
    }

    private void everybody() {
        for (int i = 0; i < table.size(); i++) {
            for (int j = i + 1; j < table.size(); j++) {
                add(i, j);
            }
        }
    }

    private void bySharedKeys() {
        List<long[]> keys = keys();
        for (long[] each : keys) {
            block(each, MOST_ALONE);
        }
        for (int a = 0; a < keys.size(); a++) {
            for (int b = a + 1; b < keys.size(); b++) {
                block(together(keys.get(a), keys.get(b)), MOST_TOGETHER);
            }
        }
    }

    private static long[] together(long[] one, long[] other) {
        long[] both = new long[one.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = one[i] == 0 || other[i] == 0 ? 0 : mix(one[i] * 31 + other[i]);
        }
        return both;
    }

    /** One number per record and key; zero where there is none. */
    private List<long[]> keys() {
        List<long[]> keys = new ArrayList<>();
        for (Column column : table.columns()) {
            switch (column.type()) {
                case NAME -> {
                    keys.add(keys(column, Blocks::sound));
                    keys.add(keys(column, Blocks::beginning));
                }
                case TEXT -> {
                    keys.add(keys(column, Blocks::longest));
                    keys.add(keys(column, Blocks::sorted));
                }
                case DATE -> {
                    keys.add(keys(column, text -> text));
                    keys.add(keys(column, text -> text.length() == 8 ? text.substring(0, 6) : ""));
                    keys.add(keys(column, text -> text.length() == 8 ? text.substring(4) : ""));
                }
                case CODE -> {
                    keys.add(keys(column, text -> text));
                    if (column.distinct() > 1000) {
                        keys.add(keys(column, text -> text.length() > 4 ? text.substring(0, text.length() / 2) : ""));
                        keys.add(keys(
                                column, text -> text.length() > 4 ? "-" + text.substring(text.length() / 2) : ""));
                    }
                }
                case NUMBER, CATEGORY -> keys.add(keys(column, text -> text));
            }
        }
        crossed(keys);
        return keys;
    }

    /** Values exchanged: both are looked for in both columns. */
    private void crossed(List<long[]> keys) {
        for (int[] both : table.exchangeable()) {
            Column one = table.columns().get(both[0]);
            Column other = table.columns().get(both[1]);
            boolean text = one.type() == ColumnType.TEXT;
            long[] first = keys(one, text ? Blocks::longest : Blocks::sound);
            long[] second = keys(other, text ? Blocks::longest : Blocks::sound);
            long[] sum = new long[first.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = first[i] == 0 || second[i] == 0 ? 0 : first[i] + second[i];
            }
            keys.add(sum);
        }
    }

    private static String sound(String text) {
        return Sound.skeleton(Sound.of(Letters.joined(text)));
    }

    private static String beginning(String text) {
        String joined = Letters.joined(text);
        return joined.substring(0, Math.min(3, joined.length()));
    }

    private static String longest(String text) {
        String longest = "";
        for (String word : Letters.words(text)) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    private static String sorted(String text) {
        List<String> words = new ArrayList<>(Letters.words(text));
        words.sort(null);
        return words.size() < 2 ? "" : words.get(0) + " " + words.get(1);
    }

    private long[] keys(Column column, java.util.function.UnaryOperator<String> key) {
        long[] ofValue = new long[column.distinct()];
        for (int i = 0; i < ofValue.length; i++) {
            String text = key.apply(column.text(i));
            ofValue[i] = text.isEmpty() ? 0 : mix(text.hashCode() * 2654435761L + text.length() + 1);
        }
        long[] keys = new long[table.size()];
        for (int i = 0; i < keys.length; i++) {
            int value = column.value(i);
            keys[i] = value == Column.NONE ? 0 : ofValue[value];
        }
        return keys;
    }

    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 29)) * 0xc4ceb9fe1a85ec53L;
        z ^= z >>> 32;
        return z == 0 ? 1 : z;
    }

    private void block(long[] keys, int most) {
        int n = keys.length;
        long[] order = new long[n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            if (keys[i] != 0) {
                order[used++] = (keys[i] & 0xFFFFFFFF00000000L) | i;
            }
        }
        long[] sorted = Arrays.copyOf(order, used);
        Arrays.sort(sorted);
        int start = 0;
        while (start < used) {
            int end = start + 1;
            while (end < used && sorted[end] >>> 32 == sorted[start] >>> 32) {
                end++;
            }
            if (end - start > 1 && end - start <= most) {
                pairsOf(sorted, start, end);
            }
            start = end;
        }
    }

    private void pairsOf(long[] sorted, int start, int end) {
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                add((int) sorted[i], (int) sorted[j]);
            }
        }
    }

    private void add(int one, int other) {
        if (table.comparable(one, other) && pairs.size() < MOST_PAIRS) {
            pairs.add((long) Math.min(one, other) << 32 | Math.max(one, other));
        }
    }
}
