package fr.aubette.normalise.letter.render;

/**
 * Takes shadow and the grey of paper out of a picture: each pixel is set against the paper around it.
 *
 * <p>The paper is what is left when the picture is made eight times smaller, its dark marks filled from around them (a
 * closing by a square of nine cells, three millimetres a side at 300 dpi) and the rest smoothed.
 */
final class EvenLight {

    private static final int CELL = 8;
    private static final int REACH = 4;
    private static final int SMOOTHING = 6;

    private EvenLight() {}

    static Grey of(Grey picture) {
        Grey small = picture.reduced(CELL);
        if (small.width() < 2 || small.height() < 2) {
            return picture;
        }
        int[] paper = new int[small.pixels().length];
        for (int i = 0; i < paper.length; i++) {
            paper[i] = small.pixels()[i] & 0xFF;
        }
        Cells cells = new Cells(small.width(), small.height());
        paper = cells.extreme(paper, REACH, true);
        paper = cells.extreme(paper, REACH, false);
        for (int pass = 0; pass < 3; pass++) {
            paper = cells.mean(paper, SMOOTHING);
        }
        return divided(picture, paper, small.width(), small.height());
    }

    /** Each pixel over its paper, the paper taken between the centres of the four cells around. */
    private static Grey divided(Grey picture, int[] paper, int columns, int rows) {
        int width = picture.width();
        byte[] pixels = picture.pixels();
        byte[] even = new byte[pixels.length];
        int[] line = new int[columns];
        int[] gain = new int[width];
        for (int y = 0; y < picture.height(); y++) {
            double at = Math.max(0, Math.min(rows - 1.001, (y - CELL / 2.0) / CELL));
            int above = (int) at;
            double share = at - above;
            for (int column = 0; column < columns; column++) {
                double level = paper[above * columns + column] * (1 - share)
                        + paper[Math.min(rows - 1, above + 1) * columns + column] * share;
                line[column] = (int) (255 * 65536 / Math.max(24, level));
            }
            spread(line, gain);
            for (int x = 0, i = y * width; x < width; x++, i++) {
                int level = ((pixels[i] & 0xFF) * gain[x]) >> 16;
                even[i] = (byte) Math.min(255, level);
            }
        }
        return new Grey(width, picture.height(), picture.dpi(), even);
    }

    private static void spread(int[] line, int[] gain) {
        int last = line.length - 1;
        for (int x = 0; x < gain.length; x++) {
            int from = Math.max(0, Math.min(last, (x - CELL / 2) / CELL));
            int share = Math.max(0, Math.min(CELL, x - CELL / 2 - from * CELL));
            gain[x] = (line[from] * (CELL - share) + line[Math.min(last, from + 1)] * share) / CELL;
        }
    }

    /** A grid of values, each replaced by something of its neighbours. */
    private record Cells(int columns, int rows) {

        int[] extreme(int[] cells, int reach, boolean most) {
            return transposed(
                    along(transposed(along(cells, columns, rows, reach, most)), rows, columns, reach, most), true);
        }

        private int[] along(int[] cells, int width, int height, int reach, boolean most) {
            int[] out = new int[cells.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int best = cells[y * width + x];
                    int end = Math.min(width - 1, x + reach);
                    for (int i = Math.max(0, x - reach); i <= end; i++) {
                        int cell = cells[y * width + i];
                        best = most ? Math.max(best, cell) : Math.min(best, cell);
                    }
                    out[y * width + x] = best;
                }
            }
            return out;
        }

        private int[] transposed(int[] cells) {
            return transposed(cells, false);
        }

        /** Rows made columns; back again when asked. */
        private int[] transposed(int[] cells, boolean back) {
            int width = back ? rows : columns;
            int height = back ? columns : rows;
            int[] out = new int[cells.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    out[x * height + y] = cells[y * width + x];
                }
            }
            return out;
        }

        int[] mean(int[] cells, int reach) {
            return transposed(slide(transposed(slide(cells, columns, rows, reach)), rows, columns, reach), true);
        }

        private static int[] slide(int[] cells, int width, int height, int reach) {
            int[] out = new int[cells.length];
            for (int y = 0; y < height; y++) {
                int sum = 0;
                int count = 0;
                for (int x = -reach; x < width; x++) {
                    if (x + reach < width) {
                        sum += cells[y * width + x + reach];
                        count++;
                    }
                    if (x - reach - 1 >= 0) {
                        sum -= cells[y * width + x - reach - 1];
                        count--;
                    }
                    if (x >= 0) {
                        out[y * width + x] = sum / Math.max(1, count);
                    }
                }
            }
            return out;
        }
    }
}
