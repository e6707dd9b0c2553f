package fr.aubette.identify.pairs;

/** The degrees of likeness of a list of pairs, one byte for each column. */
final class Comparisons {

    /** One of the two has no value: it says nothing. */
    static final byte UNKNOWN = -1;

    /**
     * Two columns' values, given and family name say, stand in one another's place; said by the first of the two
     * columns.
     */
    static final byte EXCHANGED = 7;

    private final Table table;
    private final long[] pairs;
    private final byte[] degrees;
    private final int width;

    Comparisons(Table table, long[] pairs) {
        this.table = table;
        this.pairs = pairs;
        this.width = table.columns().size();
        this.degrees = new byte[pairs.length * width];
        for (int i = 0; i < pairs.length; i++) {
            compare(i);
        }
    }

    private void compare(int pair) {
        int one = Blocks.first(pairs[pair]);
        int other = Blocks.second(pairs[pair]);
        for (int i = 0; i < width; i++) {
            degrees[pair * width + i] = degree(table.columns().get(i), one, other);
        }
        for (int[] both : table.exchangeable()) {
            exchanged(pair, both[0], both[1]);
        }
    }

    private static byte degree(Column column, int one, int other) {
        int a = column.value(one);
        int b = column.value(other);
        if (a == Column.NONE || b == Column.NONE) {
            return UNKNOWN;
        }
        if (a == b) {
            return 0;
        }
        int degree = Likeness.of(column.type(), column.text(a), column.text(b));
        boolean names = column.type() == ColumnType.NAME && degree <= 2;
        return (byte) (names && column.established(a) && column.established(b) ? 3 : degree);
    }

    private void exchanged(int pair, int a, int b) {
        int at = pair * width;
        Column first = table.columns().get(a);
        Column last = table.columns().get(b);
        int different = first.type().levels() - 2;
        if (degrees[at + a] < different || degrees[at + b] < different) {
            return;
        }
        int one = Blocks.first(pairs[pair]);
        int other = Blocks.second(pairs[pair]);
        boolean crosswise = Likeness.of(first.type(), first.text(first.value(one)), last.text(last.value(other))) <= 1
                && Likeness.of(first.type(), last.text(last.value(one)), first.text(first.value(other))) <= 1;
        if (crosswise) {
            degrees[at + a] = EXCHANGED;
            degrees[at + b] = UNKNOWN;
        }
    }

    int size() {
        return pairs.length;
    }

    long pair(int index) {
        return pairs[index];
    }

    byte degree(int pair, int column) {
        return degrees[pair * width + column];
    }
}
