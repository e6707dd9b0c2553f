package fr.aubette.normalise.letter.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds patch codes: four long parallel bars, two thick and two thin, parted by thin spaces, which scanners take for
 * the sign of a new document. Looked for along the lines and the columns of the sheet, with the edges a little worn.
 */
final class PatchBars {

    private static final double LEAST_BAR_MM = 1;
    private static final double MOST_BAR_MM = 8;

    /** How long the bars are at least. */
    private static final double LENGTH_MM = 35;

    private PatchBars() {}

    /** The areas of the bars, in pixels of the ink. */
    static List<Area> of(Ink ink) {
        List<Area> found = new ArrayList<>();
        for (boolean upright : new boolean[] {false, true}) {
            found.addAll(new Scan(ink, upright).areas());
        }
        return found;
    }

    /** One way through the sheet: along its columns, or upright bars along its rows. */
    private static final class Scan {

        private final Ink ink;
        private final boolean upright;
        private final int lines;
        private final int length;
        private final int needed;

        Scan(Ink ink, boolean upright) {
            this.ink = ink;
            this.upright = upright;
            this.lines = upright ? ink.height() : ink.width();
            this.length = upright ? ink.width() : ink.height();
            this.needed = ink.millimetres(LENGTH_MM);
        }

        /** Where neighbouring lines show the pattern at about the same place, for long enough. */
        List<Area> areas() {
            List<Area> found = new ArrayList<>();
            List<int[]> open = new ArrayList<>();
            for (int line = 0; line < lines; line++) {
                for (int[] hit : hits(line)) {
                    extend(open, hit, line);
                }
                int now = line;
                open.removeIf(run -> {
                    boolean over = run[3] < now - 4;
                    if (over && run[4] >= needed) {
                        found.add(area(run));
                    }
                    return over;
                });
            }
            open.stream().filter(run -> run[4] >= needed).map(this::area).forEach(found::add);
            return found;
        }

        /** A run: from, to across the bars; first and last line; how many lines. */
        private void extend(List<int[]> open, int[] hit, int line) {
            int slack = ink.millimetres(LEAST_BAR_MM);
            for (int[] run : open) {
                if (Math.abs(run[0] - hit[0]) <= slack && Math.abs(run[1] - hit[1]) <= slack) {
                    run[0] = hit[0];
                    run[1] = hit[1];
                    run[4] += run[3] == line ? 0 : 1;
                    run[3] = line;
                    return;
                }
            }
            open.add(new int[] {hit[0], hit[1], line, line, 1});
        }

        private Area area(int[] run) {
            return upright
                    ? new Area(run[0], run[2], run[1], run[3] + 1)
                    : new Area(run[2], run[0], run[3] + 1, run[1]);
        }

        /** Where four bars in a row begin and end on a line. */
        private List<int[]> hits(int line) {
            List<int[]> bars = bars(line);
            List<int[]> hits = new ArrayList<>();
            for (int i = 0; i + 3 < bars.size(); i++) {
                if (isPatch(bars.subList(i, i + 4))) {
                    hits.add(new int[] {bars.get(i)[0], bars.get(i + 3)[1]});
                }
            }
            return hits;
        }

        private List<int[]> bars(int line) {
            int most = ink.millimetres(MOST_BAR_MM);
            int least = ink.millimetres(LEAST_BAR_MM);
            List<int[]> bars = new ArrayList<>();
            int from = -1;
            for (int i = 0; i <= length; i++) {
                boolean dark = i < length && (upright ? ink.at(i, line) : ink.at(line, i));
                if (dark && from < 0) {
                    from = i;
                } else if (!dark && from >= 0) {
                    if (i - from >= least && i - from <= most) {
                        bars.add(new int[] {from, i});
                    }
                    from = -1;
                }
            }
            return bars;
        }

        /** Two bars about two and a half times as thick as the two others, the spaces as thin as the thin ones. */
        private static boolean isPatch(List<int[]> bars) {
            int[] widths =
                    bars.stream().mapToInt(bar -> bar[1] - bar[0]).sorted().toArray();
            double thin = (widths[0] + widths[1]) / 2.0;
            double thick = (widths[2] + widths[3]) / 2.0;
            if (thick < 1.6 * thin || thick > 4 * thin || widths[1] > 1.6 * widths[0] || widths[3] > 1.4 * widths[2]) {
                return false;
            }
            for (int i = 0; i < 3; i++) {
                int space = bars.get(i + 1)[0] - bars.get(i)[1];
                if (space < 0.4 * thin || space > 1.9 * thin) {
                    return false;
                }
            }
            return true;
        }
    }
}
