package fr.aubette.answer.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page that was printed, folded, carried about and scanned: askew, uneven, speckled, as a JPEG. */
public final class ScannedAgain {

    private ScannedAgain() {}

    /**
     * The first page of a PDF as a scanner sees it again.
     *
     * @param degrees how far it lies askew
     * @param grain how strong the noise is, in grey levels
     */
    public static byte[] page(byte[] pdf, int dpi, double degrees, double grain, long seed) throws IOException {
        BufferedImage page;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            page = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
        }
        return jpeg(noisy(turned(page, degrees), grain, new Random(seed)));
    }

    private static BufferedImage turned(BufferedImage page, double degrees) {
        BufferedImage turned = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = turned.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
        pen.drawImage(page, 0, 0, null);
        pen.dispose();
        return turned;
    }

    private static BufferedImage noisy(BufferedImage page, double grain, Random random) {
        byte[] grey = ((java.awt.image.DataBufferByte) page.getRaster().getDataBuffer()).getData();
        int width = page.getWidth();
        for (int i = 0; i < grey.length; i++) {
            double shadow = 1 - 0.25 * (i % width) / width;
            double ink = 30 + (grey[i] & 0xFF) * 0.82;
            boolean speck = random.nextInt(3_000) == 0;
            double seen = speck ? random.nextInt(256) : ink * shadow + random.nextGaussian() * grain;
            grey[i] = (byte) Math.max(0, Math.min(255, Math.round(seen)));
        }
        return page;
    }

    private static byte[] jpeg(BufferedImage page) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.6f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
