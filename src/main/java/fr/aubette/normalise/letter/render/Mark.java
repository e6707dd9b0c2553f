package fr.aubette.normalise.letter.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Cells of a grid that touch one another, corners included.
 *
 * @param cells how many
 * @param area that they lie in
 */
record Mark(int cells, Area area) {

    /** A line is at least this share of the sheet's shorter side. */
    private static final double LONG = 0.25;

    /** Mean thickness of a line, in cells. */
    private static final int THIN = 4;

    /** The mark that a cell belongs to; its cells are cleared. */
    static Mark taken(boolean[] grid, int columns, int start) {
        return taken(grid, columns, start, cell -> {});
    }

    /** The same, each of its cells told. */
    static Mark taken(boolean[] grid, int columns, int start, IntConsumer told) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        grid[start] = false;
        int cells = 0;
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        while (!open.isEmpty()) {
            int cell = open.pop();
            told.accept(cell);
            cells++;
            int x = cell % columns;
            int y = cell / columns;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            for (int row = -1; row <= 1; row++) {
                for (int column = Math.max(-1, -x); column <= Math.min(1, columns - 1 - x); column++) {
                    int next = cell + row * columns + column;
                    if (next >= 0 && next < grid.length && grid[next]) {
                        grid[next] = false;
                        open.push(next);
                    }
                }
            }
        }
        return new Mark(cells, new Area(left, top, right, bottom));
    }

    boolean isSpeck() {
        return cells <= 1;
    }

    /** Whether it is a straight line, not much thicker than one. */
    boolean isLine(int side) {
        int length = Math.max(area.width(), area.height());
        return length >= LONG * side && cells <= THIN * length && Math.min(area.width(), area.height()) <= length / 5;
    }
}
