package fr.aubette.normalise.letter.render;

import java.util.BitSet;

/**
 * Takes the other side's print, which shines through thin paper, out of a picture for the reader of characters.
 *
 * <p>It is told by the darkest points of strokes: the sheet bears two inks, one plain and one very pale, with next to
 * nothing between them, and the pale one lies amid the plain one's lines. What somebody wrote with a pencil, or a
 * letterhead in grey, lies beside them and stays.
 */
final class ShineThrough {

    /** Inks between these levels, of 255, are very pale; beyond is paper. */
    private static final int PALEST = 228;

    private static final int PALE = 150;

    /** Strokes that are enough to tell two inks. */
    private static final int SOME = 300;

    /** The pale ink has at least this share of the plain one's strokes. */
    private static final double MUCH = 0.2;

    /** Between the two inks there is at most this share of the strokes that either has around its own level. */
    private static final double GAP = 0.3;

    /** Levels that are taken together. */
    private static final int BAND = 12;

    /** Of the places where pale strokes are, so many have plain ones too; a place is about a line high. */
    private static final double AMID = 0.5;

    private static final double PLACE_MM = 5;

    private final int columns;
    private final int rows;
    private final int[] darkest;
    private final BitSet strokes = new BitSet();
    private final int[] levels = new int[256];
    private final int place;

    private ShineThrough(Grey picture) {
        int times = Math.max(2, Math.round(picture.dpi() / 100f));
        columns = picture.width() / times;
        rows = picture.height() / times;
        place = Math.max(1, (int) (PLACE_MM / 25.4 * picture.dpi() / times));
        darkest = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                darkest[row * columns + column] = picture.darkest(column * times, row * times, times);
            }
        }
        find();
    }

    /** Changes the picture in place; whether there was anything to take out. */
    static boolean remove(Grey picture) {
        ShineThrough sheet = new ShineThrough(picture);
        int plain = sheet.peak(0, PALE - BAND);
        int pale = sheet.peak(PALE + BAND, PALEST);
        int gap = sheet.gap(plain, pale);
        if (!sheet.bearsTwoInks(plain, gap, pale) || !sheet.isAmid(gap)) {
            return false;
        }
        byte[] pixels = picture.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] & 0xFF) >= gap ? (byte) 255 : pixels[i];
        }
        return true;
    }

    /** Cells that are as dark as any around them: a stroke's edge says nothing of its ink. */
    private void find() {
        for (int row = 1; row < rows - 1; row++) {
            for (int column = 1; column < columns - 1; column++) {
                int at = row * columns + column;
                if (darkest[at] <= PALEST && isLeast(at)) {
                    strokes.set(at);
                    levels[darkest[at]]++;
                }
            }
        }
    }

    private boolean isLeast(int at) {
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                if (darkest[at + row * columns + column] < darkest[at]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean bearsTwoInks(int plain, int gap, int pale) {
        int few = Math.min(around(plain), around(pale));
        return gap >= PALE - BAND
                && around(gap) < GAP * few
                && sum(0, gap) >= SOME
                && sum(gap, 256) >= MUCH * sum(0, gap);
    }

    private boolean isAmid(int gap) {
        int across = columns / place + 1;
        BitSet plain = new BitSet();
        BitSet pale = new BitSet();
        strokes.stream()
                .forEach(at ->
                        (darkest[at] < gap ? plain : pale).set(at / columns / place * across + at % columns / place));
        int places = pale.cardinality();
        pale.and(plain);
        return pale.cardinality() >= AMID * places;
    }

    private int peak(int from, int to) {
        int peak = from;
        for (int level = from; level <= to; level++) {
            peak = around(level) > around(peak) ? level : peak;
        }
        return peak;
    }

    /** The level between two inks that the fewest strokes have. */
    private int gap(int plain, int pale) {
        int gap = plain;
        for (int level = plain; level <= pale; level++) {
            gap = around(level) < around(gap) ? level : gap;
        }
        return gap;
    }

    private int around(int level) {
        return sum(Math.max(0, level - BAND / 2), Math.min(256, level + BAND / 2));
    }

    private int sum(int from, int to) {
        int sum = 0;
        for (int level = from; level < to; level++) {
            sum += levels[level];
        }
        return sum;
    }
}
