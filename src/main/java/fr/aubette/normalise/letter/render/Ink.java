package fr.aubette.normalise.letter.render;

/** Where a sheet bears ink, at about 75 dots per inch: enough to find its lines, its bars and its edges. */
final class Ink {

    /** Darker than this, of 255, on evenly lit paper. */
    private static final int DARK = 150;

    private static final int DPI = 75;

    private final int width;
    private final int height;
    private final int times;
    private final int dpi;
    private final boolean[] dark;
    private final int[] sums;

    private Ink(Grey small, int times) {
        this.width = small.width();
        this.height = small.height();
        this.dpi = small.dpi();
        this.times = times;
        this.dark = new boolean[width * height];
        this.sums = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                boolean ink = (small.pixels()[y * width + x] & 0xFF) < DARK;
                dark[y * width + x] = ink;
                row += ink ? 1 : 0;
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
    }

    static Ink of(Grey picture) {
        int times = Math.max(1, Math.round(picture.dpi() / (float) DPI));
        return new Ink(times == 1 ? picture : picture.reduced(times), times);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How many pixels of the picture one of these stands for, along a side. */
    int times() {
        return times;
    }

    /** A length on paper in these pixels. */
    int millimetres(double length) {
        return (int) Math.max(1, Math.round(length * dpi / 25.4));
    }

    boolean at(int x, int y) {
        return dark[y * width + x];
    }

    /** Dark pixels from (left, top), included, to (right, bottom), not included. */
    int count(int left, int top, int right, int bottom) {
        int stride = width + 1;
        return sums[bottom * stride + right]
                - sums[top * stride + right]
                - sums[bottom * stride + left]
                + sums[top * stride + left];
    }
}
