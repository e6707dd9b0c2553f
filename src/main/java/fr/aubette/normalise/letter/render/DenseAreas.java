package fr.aubette.normalise.letter.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a code may be printed: areas of ink and paper in nearly equal shares over five millimetres and more in both
 * directions. A text has one part in six of ink, a line of large print is not high enough, a shadow has no paper in it.
 */
final class DenseAreas {

    private static final double WINDOW_MM = 5;
    private static final double LEAST = 0.24;
    private static final double MOST = 0.8;

    /** Parts of one code are no further apart: some of its bars are thinner than others. */
    private static final double GAP_MM = 4;

    /** More than this on one sheet are a picture. */
    private static final int MANY = 12;

    private DenseAreas() {}

    /** The largest first, in pixels of the ink. */
    static List<Area> of(Ink ink) {
        int window = ink.millimetres(WINDOW_MM);
        int step = Math.max(1, window / 4);
        int columns = (ink.width() - window) / step;
        int rows = (ink.height() - window) / step;
        if (columns <= 0 || rows <= 0) {
            return List.of();
        }
        boolean[] dense = new boolean[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x = column * step;
                int y = row * step;
                double share = ink.shade(x, y, x + window, y + window);
                dense[row * columns + column] = share >= LEAST && share <= MOST;
            }
        }
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < dense.length; i++) {
            if (dense[i]) {
                Area cells = Mark.taken(dense, columns, i).area();
                areas.add(new Area(
                        cells.left() * step,
                        cells.top() * step,
                        (cells.right() - 1) * step + window,
                        (cells.bottom() - 1) * step + window));
            }
        }
        areas = joined(areas, ink.millimetres(GAP_MM), ink);
        areas.sort(Comparator.comparingInt((Area area) -> -area.width() * area.height()));
        return areas.subList(0, Math.min(MANY, areas.size()));
    }

    private static List<Area> joined(List<Area> areas, int gap, Ink ink) {
        List<Area> joined = new ArrayList<>();
        for (Area area : areas) {
            Area all = area;
            for (int i = 0; i < joined.size(); i++) {
                if (joined.get(i).grown(gap, ink.width(), ink.height()).meets(all)) {
                    all = joined.remove(i).with(all);
                    i = -1;
                }
            }
            joined.add(all);
        }
        return joined;
    }
}
