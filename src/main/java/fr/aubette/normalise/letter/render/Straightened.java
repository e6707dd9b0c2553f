package fr.aubette.normalise.letter.render;

/** A picture turned back by a few degrees and made larger, in one go. */
final class Straightened {

    /** Less than this is not worth the blur, in degrees. */
    private static final double LEAST = 0.15;

    private static final int ONE = 1 << 8;

    private Straightened() {}

    /** Whether so small a lean is set right. */
    static boolean turns(double degrees) {
        return Math.abs(degrees) >= LEAST;
    }

    /**
     * Turns the picture counter-clockwise about its centre.
     *
     * @param degrees by which its lines lean clockwise
     * @param scale 1 or more
     */
    static Grey of(Grey picture, double degrees, double scale) {
        if (!turns(degrees) && scale == 1) {
            return picture;
        }
        int width = (int) Math.round(picture.width() * scale);
        int height = (int) Math.round(picture.height() * scale);
        byte[] turned = new byte[width * height];
        double angle = turns(degrees) ? Math.toRadians(degrees) : 0;
        double cosine = Math.cos(angle) / scale;
        double sine = Math.sin(angle) / scale;
        for (int y = 0; y < height; y++) {
            double down = y - height / 2.0 + 0.5;
            double across = -width / 2.0 + 0.5;
            double x = across * cosine - down * sine + picture.width() / 2.0 - 0.5;
            double z = across * sine + down * cosine + picture.height() / 2.0 - 0.5;
            row(picture, turned, y * width, width, new long[] {fixed(x), fixed(z), fixed(cosine), fixed(sine)});
        }
        return new Grey(width, height, (int) Math.round(picture.dpi() * scale), turned);
    }

    private static long fixed(double value) {
        return Math.round(value * 65536 * ONE);
    }

    /** One row, each pixel from the four around the place where it was; paper beyond the edges is white. */
    private static void row(Grey picture, byte[] turned, int at, int width, long[] step) {
        byte[] pixels = picture.pixels();
        int stride = picture.width();
        long x = step[0];
        long y = step[1];
        for (int i = at; i < at + width; i++) {
            int left = (int) (x >> 24);
            int top = (int) (y >> 24);
            if (left >= 0 && top >= 0 && left < stride - 1 && top < picture.height() - 1) {
                int right = (int) (x >> 16) & 0xFF;
                int below = (int) (y >> 16) & 0xFF;
                int first = top * stride + left;
                int upper = (pixels[first] & 0xFF) * (ONE - right) + (pixels[first + 1] & 0xFF) * right;
                int lower =
                        (pixels[first + stride] & 0xFF) * (ONE - right) + (pixels[first + stride + 1] & 0xFF) * right;
                turned[i] = (byte) ((upper * (ONE - below) + lower * below) >> 16);
            } else {
                turned[i] = -1;
            }
            x += step[2];
            y += step[3];
        }
    }
}
