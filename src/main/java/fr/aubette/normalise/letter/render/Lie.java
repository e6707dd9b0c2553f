package fr.aubette.normalise.letter.render;

import java.util.List;

/**
 * How the lines of text lie on a sheet.
 *
 * @param sideways whether they run from top to bottom, or the other way
 * @param degrees by which they lean, clockwise is more than zero; within {@value #MOST}, whichever way they run
 */
record Lie(boolean sideways, double degrees) {

    /** Steeper than this no feeder draws a sheet. */
    static final double MOST = 10;

    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;

    /** Dark pixels that are enough to know. */
    private static final int ENOUGH = 60_000;

    /** Fewer say nothing. */
    private static final int FEW = 150;

    /** The lines across must be so much sharper than those along for a sheet to lie sideways. */
    private static final double CLEARLY = 1.5;

    /**
     * Wider than a letter of a typewriter, narrower than its lines are apart: seen through this, only lines are left.
     */
    private static final double LETTER_MM = 2.4;

    /** So much sharper lines alone must be where the letters of a typewriter make columns that are as sharp. */
    private static final double PLAINLY = 3;

    private static final Lie STRAIGHT = new Lie(false, 0);

    /** From the ink outside these areas: bars and codes have lines of their own. */
    static Lie of(Ink ink, List<Area> codes) {
        Points points = Points.of(ink, codes);
        if (points.count() < FEW) {
            return STRAIGHT;
        }
        double[] across = points.best(false);
        double[] along = points.best(true);
        int letter = ink.millimetres(LETTER_MM);
        double linesAcross = points.blurred(across[1], false, letter);
        double linesAlong = points.blurred(along[1], true, letter);
        boolean sideways =
                along[0] > CLEARLY * across[0] ? linesAlong > linesAcross : linesAlong > PLAINLY * linesAcross;
        return sideways ? new Lie(true, -along[1]) : new Lie(false, across[1]);
    }

    /** Dark pixels of a sheet. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Points(int[] xs, int[] ys, int count, int side) {

        static Points of(Ink ink, List<Area> codes) {
            int margin = ink.millimetres(5);
            int total = ink.count(0, 0, ink.width(), ink.height());
            int every = Math.max(1, total / ENOUGH);
            int[] xs = new int[total / every + 1];
            int[] ys = new int[total / every + 1];
            int count = 0;
            int seen = 0;
            for (int y = margin; y < ink.height() - margin; y++) {
                for (int x = margin; x < ink.width() - margin; x++) {
                    int column = x;
                    int row = y;
                    if (ink.at(x, y)
                            && seen++ % every == 0
                            && codes.stream().noneMatch(code -> code.holds(column, row))) {
                        xs[count] = x;
                        ys[count++] = y;
                    }
                }
            }
            return new Points(xs, ys, count, ink.width() + ink.height());
        }

        /** The sharpness of the sharpest profile, and its angle in degrees. */
        double[] best(boolean sideways) {
            double[] best = {0, 0};
            for (double angle = -MOST; angle <= MOST; angle += COARSE) {
                keep(best, angle, sideways);
            }
            double centre = best[1];
            for (double angle = centre - COARSE + FINE; angle < centre + COARSE - FINE / 2; angle += FINE) {
                keep(best, angle, sideways);
            }
            return best;
        }

        private void keep(double[] best, double angle, boolean sideways) {
            double sharpness = sharpness(angle, sideways);
            if (sharpness > best[0]) {
                best[0] = sharpness;
                best[1] = angle;
            }
        }

        /** How much neighbouring lines of pixels differ once the sheet is turned back by that angle. */
        private double sharpness(double angle, boolean sideways) {
            return steps(profile(angle, sideways));
        }

        /**
         * The same, seen through a window so wide: the letters of a typewriter stand below each other, and their
         * columns are sharper than its lines.
         */
        double blurred(double angle, boolean sideways, int window) {
            return steps(mean(mean(profile(angle, sideways), window), window));
        }

        private static int[] mean(int[] lines, int window) {
            int[] mean = new int[lines.length];
            int sum = 0;
            for (int i = 0; i < lines.length; i++) {
                sum += lines[i] - (i < window ? 0 : lines[i - window]);
                mean[i] = sum / window;
            }
            return mean;
        }

        private static double steps(int[] lines) {
            double sum = 0;
            for (int i = 1; i < lines.length; i++) {
                double step = lines[i] - lines[i - 1];
                sum += step * step;
            }
            return sum;
        }

        private int[] profile(double angle, boolean sideways) {
            int[] from = sideways ? xs : ys;
            int[] lean = sideways ? ys : xs;
            int slope = (int) Math.round(Math.tan(Math.toRadians(angle)) * 65536);
            int[] lines = new int[3 * side];
            for (int i = 0; i < count; i++) {
                lines[from[i] - ((lean[i] * slope) >> 16) + side]++;
            }
            return lines;
        }
    }
}
