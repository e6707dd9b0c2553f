package fr.aubette.normalise.letter.render;

/**
 * Takes the rules of ruled paper, of forms and tables out of a straight picture: a reader of characters takes the line
 * under a word for a part of it.
 *
 * <p>Seen in strips of about five millimetres a rule is what is inked over the whole of a strip and hardly a millimetre
 * thick, and goes on so, at nearly the same height, over forty millimetres. It is filled from what lies above and below
 * it, so that a stroke which crosses it stays whole.
 */
final class RuledLines {

    private static final double STRIP_MM = 5;
    private static final double THICKEST_MM = 0.9;
    private static final double LEAST_MM = 40;

    /** Share of a strip that must be inked. */
    private static final double COVERED = 0.92;

    /** Lighter than this, of 255, on evenly lit paper bears no ink. */
    private static final int PAPER = 232;

    private final Grey picture;
    private final int strip;
    private final int strips;
    private final boolean[] inked;

    private RuledLines(Grey picture) {
        this.picture = picture;
        this.strip = Math.max(8, pixels(STRIP_MM));
        this.strips = picture.width() / strip;
        this.inked = new boolean[strips * picture.height()];
    }

    /** Takes them out of a picture; whether there were any. */
    static boolean remove(Grey picture) {
        RuledLines lines = new RuledLines(picture);
        lines.look();
        return lines.remove();
    }

    private int pixels(double millimetres) {
        return (int) Math.round(millimetres * picture.dpi() / 25.4);
    }

    private void look() {
        byte[] pixels = picture.pixels();
        int enough = (int) (COVERED * strip);
        for (int y = 0; y < picture.height(); y++) {
            for (int column = 0; column < strips; column++) {
                int at = y * picture.width() + column * strip;
                int dark = 0;
                for (int i = at; i < at + strip; i++) {
                    dark += (pixels[i] & 0xFF) < PAPER ? 1 : 0;
                }
                inked[y * strips + column] = dark >= enough;
            }
        }
    }

    private boolean remove() {
        boolean any = false;
        int least = pixels(LEAST_MM) / strip;
        for (int y = 1; y < picture.height() - 1; y++) {
            for (int column = 0; column < strips; column++) {
                if (inked[y * strips + column] && !inked[(y - 1) * strips + column]) {
                    int length = walk(column, y, false);
                    if (length >= least) {
                        walk(column, y, true);
                        any = true;
                    }
                }
            }
        }
        return any;
    }

    /** Follows a rule to the right from the top of it in one strip; returns over how many strips it goes. */
    private int walk(int from, int top, boolean fill) {
        int y = top;
        int length = 0;
        for (int column = from; column < strips; column++) {
            int bottom = end(column, y);
            if (bottom < 0) {
                break;
            }
            if (fill) {
                fill(column, y, bottom);
            }
            length++;
            y = column + 1 < strips ? next(column + 1, y) : y;
        }
        return length;
    }

    /** The last row of the rule whose first one this is; -1 where none is or it is too thick. */
    private int end(int column, int top) {
        int y = top;
        while (y < picture.height() - 1 && inked[y * strips + column]) {
            y++;
        }
        return y > top && y - top <= pixels(THICKEST_MM) ? y - 1 : -1;
    }

    /** Where it begins in the next strip: no more than two pixels higher or lower. */
    private int next(int column, int y) {
        for (int top = Math.max(1, y - 2); top <= Math.min(picture.height() - 2, y + 2); top++) {
            if (inked[top * strips + column] && !inked[(top - 1) * strips + column]) {
                return top;
            }
        }
        return y;
    }

    /** A little higher and lower too: its edges are grey. */
    private void fill(int column, int top, int bottom) {
        int above = Math.max(0, top - 2);
        int below = Math.min(picture.height() - 1, bottom + 2);
        byte[] pixels = picture.pixels();
        for (int x = column * strip; x < (column + 1) * strip; x++) {
            int upper = pixels[above * picture.width() + x] & 0xFF;
            int lower = pixels[below * picture.width() + x] & 0xFF;
            for (int y = above + 1; y < below; y++) {
                int at = y * picture.width() + x;
                int between = upper + (lower - upper) * (y - above) / (below - above);
                pixels[at] = (byte) Math.max(pixels[at] & 0xFF, between);
            }
        }
        for (int y = top; y <= bottom; y++) {
            inked[y * strips + column] = false;
        }
    }
}
