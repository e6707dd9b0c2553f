package fr.aubette.normalise.letter.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Takes pale marks that lie over the text out of a picture: a date stamp, the frame of a table, a logo in grey. Read
 * with the letter they spoil every line that they touch.
 *
 * <p>A mark is a large connected shape; words are small ones. It is pale when its ink is clearly lighter than that of
 * the text; within its area what is lighter than half-way between the two inks becomes paper.
 */
final class PaleStamps {

    /** Lighter than this, of 255, is paper, at a quarter of the resolution. */
    private static final int PAPER = 215;

    private static final int LEAST_WIDTH_MM = 22;
    private static final int LEAST_HEIGHT_MM = 10;
    private static final int MOST_MM = 130;

    /** How much lighter than the text a pale mark is. */
    private static final int PALER = 45;

    /** Share of its own cells that are pale in a mark which lies over text; of the cells of text, fewer are. */
    private static final double PALE_SHARE = 1 / 3.0;

    /** So many times nearer to the mark's ink than to the text's is what becomes paper: some letters are paler too. */
    private static final int NEARER = 3;

    /** A text is at least so many dark cells. */
    private static final int SOME_TEXT = 200;

    private final Grey picture;
    private final int times;
    private final Grey small;
    private final int[] levels = new int[256];

    private PaleStamps(Grey picture) {
        this.picture = picture;
        this.times = Math.max(2, Math.round(picture.dpi() / 75f));
        this.small = picture.reduced(times);
    }

    /** The picture without them; the same one, changed in place. */
    static Grey removed(Grey picture) {
        PaleStamps stamps = new PaleStamps(picture);
        List<Stamp> large = stamps.large();
        if (!large.isEmpty()) {
            stamps.remove(large);
        }
        return picture;
    }

    private int millimetres(double length) {
        return (int) (length * small.dpi() / 25.4);
    }

    /** A large mark, and which cells are its own. */
    private record Stamp(Area area, BitSet own) {}

    private List<Stamp> large() {
        boolean[] grid = new boolean[small.pixels().length];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (small.pixels()[i] & 0xFF) < PAPER;
        }
        List<Stamp> large = new ArrayList<>();
        int[] seen = new int[grid.length];
        for (int i = 0; i < grid.length; i++) {
            if (grid[i]) {
                int[] next = {0};
                Mark mark = Mark.taken(grid, small.width(), i, cell -> seen[next[0]++] = cell);
                Area area = mark.area();
                boolean sparse = mark.cells() < area.width() * area.height() / 2;
                if (sparse
                        && area.width() >= millimetres(LEAST_WIDTH_MM)
                        && area.height() >= millimetres(LEAST_HEIGHT_MM)
                        && Math.max(area.width(), area.height()) <= millimetres(MOST_MM)) {
                    BitSet own = new BitSet(grid.length);
                    Arrays.stream(seen, 0, mark.cells()).forEach(own::set);
                    large.add(new Stamp(area, own));
                }
            }
        }
        return large;
    }

    private void remove(List<Stamp> large) {
        List<Area> areas = large.stream().map(Stamp::area).toList();
        count(new Area(0, 0, small.width(), small.height()), cell -> true, areas);
        int text = Arrays.stream(levels).sum() < SOME_TEXT ? 255 : rank(0, 1 / 3.0);
        if (text + PALER >= PAPER) {
            return;
        }
        for (Stamp stamp : large) {
            count(stamp.area(), stamp.own()::get, List.of());
            if (pale(text) > PALE_SHARE) {
                int limit = (text + NEARER * rank(text + PALER, 1 / 2.0)) / (1 + NEARER);
                count(stamp.area(), cell -> !stamp.own().get(cell), List.of());
                boolean bearsText = pale(text) < PALE_SHARE;
                fade(stamp, bearsText, text, limit);
            }
        }
    }

    /** Share of what was counted that is clearly lighter than the text. */
    private double pale(int text) {
        int pale = Arrays.stream(levels, Math.min(255, text + PALER), 256).sum();
        return (double) pale / Math.max(1, Arrays.stream(levels).sum());
    }

    /** Counts the levels of ink in an area, less the areas left out: of each cell its darkest point. */
    private void count(Area area, IntPredicate which, List<Area> without) {
        Arrays.fill(levels, 0);
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                int column = x;
                int row = y;
                if ((small.pixels()[y * small.width() + x] & 0xFF) < PAPER
                        && which.test(y * small.width() + x)
                        && without.stream().noneMatch(other -> other.holds(column, row))) {
                    levels[picture.darkest(x * times, y * times, times)]++;
                }
            }
        }
    }

    /** The level below which this share lies of all that is counted from a level on. */
    private int rank(int from, double share) {
        double left = share * Arrays.stream(levels, from, 256).sum();
        int level = from;
        while (level < 255 && left >= levels[level]) {
            left -= levels[level++];
        }
        return Math.max(1, level);
    }

    /**
     * Stretches what lies between the text's ink and the limit over all greys; lighter ones become paper. Where the
     * letter's own text lies within, only the mark itself is touched: its ink may be as pale in places.
     */
    private void fade(Stamp stamp, boolean bearsText, int text, int limit) {
        Area area = stamp.area().grown(1, small.width(), small.height());
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                if (!bearsText || touches(stamp.own(), x, y)) {
                    fade(x, y, text, limit);
                }
            }
        }
    }

    private boolean touches(BitSet own, int x, int y) {
        for (int row = Math.max(0, y - 1); row <= Math.min(small.height() - 1, y + 1); row++) {
            int from = row * small.width() + Math.max(0, x - 1);
            int next = own.nextSetBit(from);
            if (next >= 0 && next <= row * small.width() + Math.min(small.width() - 1, x + 1)) {
                return true;
            }
        }
        return false;
    }

    private void fade(int column, int cellRow, int text, int limit) {
        byte[] pixels = picture.pixels();
        for (int y = cellRow * times; y < (cellRow + 1) * times; y++) {
            for (int i = y * picture.width() + column * times, end = i + times; i < end; i++) {
                int level = pixels[i] & 0xFF;
                int faded = (level - text) * 255 / (limit - text);
                pixels[i] = (byte) Math.max(0, Math.min(255, faded));
            }
        }
    }
}
