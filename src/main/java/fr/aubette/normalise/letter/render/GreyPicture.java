package fr.aubette.normalise.letter.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page in grey, as a portable grey map: written at once, where a PNG would cost a third of a second. */
final class GreyPicture {

    private GreyPicture() {}

    /** Writes it grey and of at most {@link Limits#BEST_DPI}; a blank sheet is not written. */
    static Rendered write(BufferedImage image, int dpi, Path file) throws IOException {
        double scale = dpi > Limits.BEST_DPI ? 300.0 / dpi : 1;
        BufferedImage grey = scale == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY ? image : grey(image, scale);
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int written = (int) Math.round(dpi * scale);
        if (BlankSheet.test(pixels, grey.getWidth(), grey.getHeight(), written)) {
            return new Rendered(Rendered.Kind.BLANK, 0);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("P5\n" + grey.getWidth() + " " + grey.getHeight() + "\n255\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(pixels);
        }
        return new Rendered(Rendered.Kind.IMAGE, written);
    }

    private static BufferedImage grey(BufferedImage image, double scale) {
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = grey.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        paper.dispose();
        return grey;
    }
}
