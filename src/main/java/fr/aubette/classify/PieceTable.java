package fr.aubette.classify;

import java.util.Arrays;

/** Numbers pieces from 0, in the order of their arrival. */
final class PieceTable {

    static final int NONE = -1;

    private static final int FIRST_ROOM = 1 << 16;

    private long[] keys = new long[FIRST_ROOM];
    private int[] places = new int[FIRST_ROOM];
    private int size;

    PieceTable() {
        Arrays.fill(places, NONE);
    }

    int size() {
        return size;
    }

    /** The place of a piece, {@value #NONE} when it is not known. */
    int find(long number) {
        return places[slot(number)];
    }

    /** The place of a piece, new or not. */
    int add(long number) {
        int slot = slot(number);
        if (places[slot] != NONE) {
            return places[slot];
        }
        keys[slot] = number;
        places[slot] = size++;
        if (2 * size > keys.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(long number) {
        int mask = keys.length - 1;
        int slot = (int) (number ^ number >>> 32) & mask;
        while (places[slot] != NONE && keys[slot] != number) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldPlaces = places;
        keys = new long[2 * oldKeys.length];
        places = new int[keys.length];
        Arrays.fill(places, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                places[slot] = oldPlaces[i];
            }
        }
    }
}
