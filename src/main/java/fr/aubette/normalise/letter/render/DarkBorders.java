package fr.aubette.normalise.letter.render;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Takes away what is dark from the edge of a picture on: the lid of a scanner that stood open, the table under a sheet
 * that was photographed. Its straight sides would be taken for lines of text.
 */
final class DarkBorders {

    private static final int CELL = 8;

    /** Darker than this, of 255, on the mean of a cell: no paper is, nor a line of print. */
    private static final int DARK = 90;

    /** Fewer cells than this share of an edge are something that is printed there. */
    private static final double LEAST = 0.2;

    private DarkBorders() {}

    /** The picture without them; the same one where there are none. */
    static Grey without(Grey picture) {
        Grey small = picture.reduced(CELL);
        boolean[] border = new boolean[small.pixels().length];
        Deque<Integer> open = new ArrayDeque<>();
        int edge = 2 * (small.width() + small.height());
        for (int x = 0; x < small.width(); x++) {
            enter(small, border, open, x, 0);
            enter(small, border, open, x, small.height() - 1);
        }
        for (int y = 0; y < small.height(); y++) {
            enter(small, border, open, 0, y);
            enter(small, border, open, small.width() - 1, y);
        }
        if (open.size() < LEAST * edge) {
            return picture;
        }
        while (!open.isEmpty()) {
            int at = open.removeFirst();
            int x = at % small.width();
            int y = at / small.width();
            enter(small, border, open, x - 1, y);
            enter(small, border, open, x + 1, y);
            enter(small, border, open, x, y - 1);
            enter(small, border, open, x, y + 1);
        }
        return filled(picture, small, border);
    }

    private static void enter(Grey small, boolean[] border, Deque<Integer> open, int x, int y) {
        if (x < 0 || y < 0 || x >= small.width() || y >= small.height()) {
            return;
        }
        int at = y * small.width() + x;
        if (!border[at] && (small.pixels()[at] & 0xFF) < DARK) {
            border[at] = true;
            open.addLast(at);
        }
    }

    /** With the cells next to it, which are half of it; the strip that no cell holds goes with its neighbours. */
    private static Grey filled(Grey picture, Grey small, boolean[] border) {
        byte[] pixels = picture.pixels().clone();
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                if (border[y * small.width() + x]) {
                    boolean lastColumn = x == small.width() - 1;
                    boolean lastRow = y == small.height() - 1;
                    int left = Math.max(0, (x - 1) * CELL);
                    int right = lastColumn ? picture.width() : Math.min(picture.width(), (x + 2) * CELL);
                    int bottom = lastRow ? picture.height() : Math.min(picture.height(), (y + 2) * CELL);
                    for (int row = Math.max(0, (y - 1) * CELL); row < bottom; row++) {
                        Arrays.fill(pixels, row * picture.width() + left, row * picture.width() + right, (byte) 255);
                    }
                }
            }
        }
        return new Grey(picture.width(), picture.height(), picture.dpi(), pixels);
    }
}
