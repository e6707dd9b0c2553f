package fr.aubette.normalise.letter.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Paints a page, and says when an image of it could not be: PDFBox leaves it white without a word. */
final class PagePainter extends PDFRenderer {

    private boolean broken;

    private PagePainter(PDDocument document) {
        super(document);
        setSubsamplingAllowed(true);
    }

    static BufferedImage paint(PDDocument document, int number, int dpi) throws IOException, Unreadable {
        PagePainter painter = new PagePainter(document);
        BufferedImage image = painter.renderImageWithDPI(number - 1, dpi, ImageType.GRAY);
        if (painter.broken) {
            throw new Unreadable("une image de la page est endommagée");
        }
        return image;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            try {
                super.drawImage(image);
            } catch (IOException | RuntimeException e) {
                broken = true;
            }
        }
    }
}
