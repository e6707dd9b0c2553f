package fr.aubette.identify.pairs;

import java.util.Arrays;

/** A set of numbers other than zero, eight bytes each and as much again in spare places. */
final class LongSet {

    private long[] places = new long[1 << 16];
    private int size;

    int size() {
        return size;
    }

    void add(long number) {
        if (size * 2 > places.length) {
            long[] old = places;
            places = new long[old.length * 2];
            for (long each : old) {
                if (each != 0) {
                    places[free(each)] = each;
                }
            }
        }
        int place = free(number);
        if (places[place] == 0) {
            places[place] = number;
            size++;
        }
    }

    /** Where a number is, or would be. */
    private int free(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & places.length - 1;
        while (places[place] != 0 && places[place] != number) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    /** All of them, in order. */
    long[] sorted() {
        long[] all = new long[size];
        int at = 0;
        for (long each : places) {
            if (each != 0) {
                all[at++] = each;
            }
        }
        Arrays.sort(all);
        return all;
    }
}
