package fr.aubette.normalise.letter.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** Share of its cells that are pale in a mark which lies over text; in a mark that is text they are fewer. */
    private static final double PALE_SHARE = 0.4;

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
        List<Area> large = stamps.large();
        if (!large.isEmpty()) {
            stamps.remove(large);
        }
        return picture;
    }

    private int millimetres(double length) {
        return (int) (length * small.dpi() / 25.4);
    }

    private List<Area> large() {
        boolean[] grid = new boolean[small.pixels().length];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (small.pixels()[i] & 0xFF) < PAPER;
        }
        List<Area> large = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            if (grid[i]) {
                Mark mark = Mark.taken(grid, small.width(), i);
                Area area = mark.area();
                boolean sparse = mark.cells() < area.width() * area.height() / 2;
                if (sparse
                        && area.width() >= millimetres(LEAST_WIDTH_MM)
                        && area.height() >= millimetres(LEAST_HEIGHT_MM)
                        && Math.max(area.width(), area.height()) <= millimetres(MOST_MM)) {
                    large.add(area);
                }
            }
        }
        return large;
    }

    private void remove(List<Area> large) {
        count(new Area(0, 0, small.width(), small.height()), large);
        int text = Arrays.stream(levels).sum() < SOME_TEXT ? 255 : rank(0, 1 / 3.0);
        for (Area area : large) {
            count(area, List.of());
            int cells = Arrays.stream(levels).sum();
            int pale = Arrays.stream(levels, Math.min(255, text + PALER), 256).sum();
            if (text + PALER < PAPER && pale > PALE_SHARE * cells) {
                int mark = rank(text + PALER, 1 / 2.0);
                fade(area.grown(1, small.width(), small.height()), text, (text + mark) / 2);
            }
        }
    }

    /** Counts the levels of ink in an area, less the areas left out: of each cell its darkest point. */
    private void count(Area area, List<Area> without) {
        Arrays.fill(levels, 0);
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                int column = x;
                int row = y;
                if ((small.pixels()[y * small.width() + x] & 0xFF) < PAPER
                        && without.stream().noneMatch(other -> other.holds(column, row))) {
                    levels[darkest(x, y)]++;
                }
            }
        }
    }

    private int darkest(int x, int y) {
        int darkest = 255;
        for (int row = y * times; row < (y + 1) * times; row++) {
            for (int i = row * picture.width() + x * times, end = i + times; i < end; i++) {
                darkest = Math.min(darkest, picture.pixels()[i] & 0xFF);
            }
        }
        return darkest;
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

    /** Stretches what lies between the text's ink and the limit over all greys; lighter ones become paper. */
    private void fade(Area area, int text, int limit) {
        byte[] pixels = picture.pixels();
        for (int y = area.top() * times; y < area.bottom() * times; y++) {
            for (int x = area.left() * times; x < area.right() * times; x++) {
                int level = pixels[y * picture.width() + x] & 0xFF;
                int faded = (level - text) * 255 / (limit - text);
                pixels[y * picture.width() + x] = (byte) Math.max(0, Math.min(255, faded));
            }
        }
    }
}
