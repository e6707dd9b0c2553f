package fr.aubette.normalise.letter.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A picture in grey.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpi dots per inch
 * @param pixels row by row from the top left, 0 black to 255 white; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record Grey(int width, int height, int dpi, byte[] pixels) {

    /** Every so many pixels are looked at to tell a fax from a photograph. */
    private static final int SAMPLE = 37;

    /** One point in so many of a page of print is the darkest. */
    private static final int DARKEST = 100;

    /** Of evenly lit paper. */
    private static final int WHITE = 245;

    /** The picture in grey, on white where it lets light through; one too fine is made smaller. */
    static Grey of(BufferedImage image, int dpi) {
        double scale = dpi > Limits.BEST_DPI ? 300.0 / dpi : 1;
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage grey = image;
        if (scale != 1
                || image.getType() != BufferedImage.TYPE_BYTE_GRAY
                || image.getRaster().getParent() != null) {
            grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D paper = grey.createGraphics();
            paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            paper.drawImage(image, 0, 0, width, height, Color.WHITE, null);
            paper.dispose();
        }
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        return new Grey(width, height, (int) Math.round(dpi * scale), pixels);
    }

    /** Whether it holds black and white only: what a fax sends. */
    boolean twoLevels() {
        for (int i = 0; i < pixels.length; i += SAMPLE) {
            if (pixels[i] != 0 && pixels[i] != -1) {
                return false;
            }
        }
        return true;
    }

    /** The picture made smaller so many times, each pixel the mean of those it replaces. */
    Grey reduced(int times) {
        int columns = width / times;
        int rows = height / times;
        byte[] small = new byte[columns * rows];
        int[] sums = new int[columns];
        for (int row = 0; row < rows; row++) {
            java.util.Arrays.fill(sums, 0);
            for (int y = row * times; y < (row + 1) * times; y++) {
                add(y * width, times, sums);
            }
            for (int column = 0; column < columns; column++) {
                small[row * columns + column] = (byte) (sums[column] / (times * times));
            }
        }
        return new Grey(columns, rows, dpi / times, small);
    }

    private void add(int at, int times, int[] sums) {
        int pixel = at;
        for (int column = 0; column < sums.length; column++) {
            int sum = 0;
            for (int i = 0; i < times; i++) {
                sum += pixels[pixel++] & 0xFF;
            }
            sums[column] += sum;
        }
    }

    /** With what is darkest in it made black, paper white. */
    Grey stretched() {
        int[] levels = new int[256];
        for (int i = 0; i < pixels.length; i += SAMPLE) {
            levels[pixels[i] & 0xFF]++;
        }
        int least = pixels.length / SAMPLE / DARKEST;
        int dark = 0;
        for (int counted = levels[0]; counted < least && dark < WHITE - 1; counted += levels[dark]) {
            dark++;
        }
        byte[] stretched = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int level = ((pixels[i] & 0xFF) - dark) * 255 / (WHITE - dark);
            stretched[i] = (byte) Math.max(0, Math.min(255, level));
        }
        return new Grey(width, height, dpi, stretched);
    }

    /** Turned clockwise by a quarter. */
    Grey quarterTurned() {
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            int to = height - 1 - y;
            for (int x = 0; x < width; x++) {
                turned[x * height + to] = pixels[y * width + x];
            }
        }
        return new Grey(height, width, dpi, turned);
    }

    /** The darkest level of a square. */
    int darkest(int left, int top, int side) {
        int darkest = 255;
        for (int y = top; y < top + side; y++) {
            for (int i = y * width + left, end = i + side; i < end; i++) {
                darkest = Math.min(darkest, pixels[i] & 0xFF);
            }
        }
        return darkest;
    }
}
