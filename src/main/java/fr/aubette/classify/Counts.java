package fr.aubette.classify;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How often each known piece stands in a text. */
final class Counts {

    private static final int FIRST_ROOM = 256;

    /** What a piece said so often counts. */
    private static final double[] DAMPED = IntStream.range(0, 64)
            .mapToDouble(often -> 1 + Math.log(Math.max(1, often)))
            .toArray();

    private final int[] times;
    private int[] pieces = new int[FIRST_ROOM];
    private int size;

    /** Counts for so many known pieces. */
    Counts(int known) {
        times = new int[known];
    }

    void add(int piece) {
        if (piece < 0) {
            return;
        }
        if (times[piece]++ == 0) {
            if (size == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * size);
            }
            pieces[size++] = piece;
        }
    }

    /** Forgets what was counted. */
    void clear() {
        for (int place = 0; place < size; place++) {
            times[pieces[place]] = 0;
        }
        size = 0;
    }

    int different() {
        return size;
    }

    int piece(int place) {
        return pieces[place];
    }

    /** A piece said twice counts little more than one said once. */
    double dampedTimes(int place) {
        int often = times[pieces[place]];
        return often < DAMPED.length ? DAMPED[often] : 1 + Math.log(often);
    }
}
