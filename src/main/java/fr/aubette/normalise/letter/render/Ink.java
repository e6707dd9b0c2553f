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
    private final int[] shades;

    private Ink(Grey small, int times) {
        this.width = small.width();
        this.height = small.height();
        this.dpi = small.dpi();
        this.times = times;
        this.dark = new boolean[width * height];
        this.sums = new int[(width + 1) * (height + 1)];
        this.shades = new int[sums.length];
        for (int y = 0; y < height; y++) {
            int row = 0;
            int shade = 0;
            for (int x = 0; x < width; x++) {
                boolean ink = (small.pixels()[y * width + x] & 0xFF) < DARK;
                dark[y * width + x] = ink;
                row += ink ? 1 : 0;
                shade += 255 - (small.pixels()[y * width + x] & 0xFF);
                shades[(y + 1) * (width + 1) + x + 1] = shades[y * (width + 1) + x + 1] + shade;
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
        return within(sums, left, top, right, bottom);
    }

    /** Mean shade there, 0 for paper to 1 for black: thin bars blur to grey at this resolution. */
    double shade(int left, int top, int right, int bottom) {
        return within(shades, left, top, right, bottom) / (255.0 * (right - left) * (bottom - top));
    }

    private int within(int[] of, int left, int top, int right, int bottom) {
        int stride = width + 1;
        return of[bottom * stride + right]
                - of[top * stride + right]
                - of[bottom * stride + left]
                + of[top * stride + left];
    }
}
