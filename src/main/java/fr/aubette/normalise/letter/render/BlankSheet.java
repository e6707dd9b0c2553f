package fr.aubette.normalise.letter.render;

/**
 * Whether a sheet bears nothing: tesseract spends four seconds to find that out, five times what a full page takes.
 *
 * <p>The sheet is seen in cells of about half a millimetre, so that grain and lone specks vanish in their mean. A cell
 * is inked when it is clearly darker than the paper around, a sheet is blank when almost no cell is. Lone cells, and
 * the long thin lines that a scratched glass, a fold or the edge of a sheet draw, are not counted. Measured: blank
 * backs have 0 to 34 inked cells, letters from 3,500; a line of handwriting has over a hundred.
 */
final class BlankSheet {

    /** Side of a cell, as a share of an inch. */
    private static final int CELLS_PER_INCH = 48;

    /** A cell is compared with the paper of a square of so many cells. */
    private static final int NEIGHBOURHOOD = 16;

    /** How much darker than its paper an inked cell is, of 255. */
    private static final int CONTRAST = 40;

    /** Inked cells that a blank sheet may have: specks worth two centimetres of pen. */
    private static final int SPECKS = 40;

    /** Margin left out, as a share of each side: edges and punch holes cast shadows. */
    private static final int MARGIN = 30;

    /** How much darker a cell is that a worn ribbon, a carbon copy or the other side's print has left. */
    private static final int PALE_CONTRAST = 12;

    /** Pale cells that some lines of a faint letter have at least. */
    private static final int SOME_LINES = 800;

    private BlankSheet() {}

    /** Whether it bears nothing that is plain to see. */
    static boolean test(byte[] pixels, int width, int height, int dpi) {
        return said(pixels, width, height, dpi, CONTRAST, SPECKS) <= SPECKS;
    }

    /** Whether one that bears nothing plain bears something pale: only reading tells whether these are words. */
    static boolean pale(byte[] pixels, int width, int height, int dpi) {
        return said(pixels, width, height, dpi, PALE_CONTRAST, SOME_LINES) > SOME_LINES;
    }

    private static int said(byte[] pixels, int width, int height, int dpi, int contrast, int enough) {
        int cell = Math.max(2, dpi / CELLS_PER_INCH);
        int columns = width / cell;
        int rows = height / cell;
        int[][] means = means(pixels, width, cell, columns, rows);
        boolean[] inked = new boolean[rows * columns];
        for (int row = rows / MARGIN; row < rows - rows / MARGIN; row++) {
            for (int column = columns / MARGIN; column < columns - columns / MARGIN; column++) {
                inked[row * columns + column] = means[row][column] < paper(means, row, column) - contrast;
            }
        }
        return said(inked, columns, rows, enough);
    }

    /** Inked cells that may say something; counted until there are enough. */
    private static int said(boolean[] inked, int columns, int rows, int enough) {
        int said = 0;
        for (int cell = 0; cell < inked.length && said <= enough; cell++) {
            if (inked[cell]) {
                Mark mark = Mark.taken(inked, columns, cell);
                said += mark.isSpeck() || mark.isLine(Math.min(columns, rows)) ? 0 : mark.cells();
            }
        }
        return said;
    }

    private static int[][] means(byte[] pixels, int width, int cell, int columns, int rows) {
        int[][] means = new int[rows][columns];
        for (int row = 0; row < rows * cell; row++) {
            for (int column = 0; column < columns * cell; column++) {
                means[row / cell][column / cell] += pixels[row * width + column] & 0xFF;
            }
        }
        for (int[] row : means) {
            for (int column = 0; column < columns; column++) {
                row[column] /= cell * cell;
            }
        }
        return means;
    }

    /** The lightest of the cells a short way off, in eight directions: ink is never everywhere around. */
    private static int paper(int[][] means, int row, int column) {
        int lightest = 0;
        for (int down = -NEIGHBOURHOOD; down <= NEIGHBOURHOOD; down += NEIGHBOURHOOD / 2) {
            for (int right = -NEIGHBOURHOOD; right <= NEIGHBOURHOOD; right += NEIGHBOURHOOD / 2) {
                int y = Math.max(0, Math.min(means.length - 1, row + down));
                int x = Math.max(0, Math.min(means[0].length - 1, column + right));
                lightest = Math.max(lightest, means[y][x]);
            }
        }
        return lightest;
    }
}
