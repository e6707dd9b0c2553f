package fr.aubette.classify;

import java.util.Arrays;

/** How often each known piece stands in a text. */
final class Counts {

    private static final int FIRST_ROOM = 256;

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

    int different() {
        return size;
    }

    int piece(int place) {
        return pieces[place];
    }

    /** A piece said twice counts little more than one said once. */
    double dampedTimes(int place) {
        int often = times[pieces[place]];
        return often == 1 ? 1 : 1 + Math.log(often);
    }
}
