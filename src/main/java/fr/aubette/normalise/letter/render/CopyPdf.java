package fr.aubette.normalise.letter.render;

import fr.aubette.normalise.letter.render.CopyPages.Placed;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.GregorianCalendar;
import java.util.List;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** A PDF/A-2b of pictures, each with the words that were read on it behind it: they are found, chosen and copied. */
final class CopyPdf implements Closeable {

    /** The face that PDFBox brings along. */
    private static final String FACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Enough to read small print by eye; a fax keeps every point. */
    private static final int DPI = 200;

    private static final float QUALITY = 0.55f;

    /** Lines that have no place stand in this size, in points. */
    private static final float SIZE = 6;

    private final PDDocument document = new PDDocument();
    private final PDType0Font face;

    CopyPdf(String title) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FACE)) {
            face = PDType0Font.load(document, java.util.Objects.requireNonNull(in, FACE), true);
        }
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("fr");
        catalog.addOutputIntent(intent());
        catalog.setMetadata(metadata(title));
    }

    private PDOutputIntent intent() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    private PDMetadata metadata(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        DublinCoreSchema core = xmp.createAndAddDublinCoreSchema();
        core.setTitle(title);
        XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
        GregorianCalendar now = new GregorianCalendar();
        now.set(java.util.Calendar.MILLISECOND, 0);
        basic.setCreateDate(now);
        document.getDocumentInformation().setCreationDate(now);
        PDFAIdentificationSchema conformity = xmp.createAndAddPDFAIdentificationSchema();
        conformity.setPart(2);
        try {
            conformity.setConformance("B");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, bytes, true);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(bytes.toByteArray());
            return metadata;
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException(e);
        }
    }

    /**
     * Adds a page.
     *
     * @param words in pixels of the picture
     * @param lines what was read without a place
     */
    void add(Grey picture, List<Placed> words, List<String> lines) throws IOException {
        float points = 72f / picture.dpi();
        float width = picture.width() * points;
        float height = picture.height() * points;
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image(picture), 0, 0, width, height);
            content.beginText();
            content.setRenderingMode(RenderingMode.NEITHER);
            for (Placed each : words) {
                float size = Math.max(1, each.height() * points);
                float down = height - (each.top() + each.height()) * points;
                show(content, each.text(), size, each.left() * points, down, each.width() * points);
            }
            float down = height - 2 * SIZE;
            for (String line : lines) {
                show(content, line, SIZE, SIZE, Math.max(SIZE, down), 0);
                down -= SIZE;
            }
            content.endText();
        }
    }

    /** Adds a page that says this. */
    void missing(String why) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            show(content, why, 2 * SIZE, 60, 760, 0);
            content.endText();
        }
    }

    /** A text of this width; as wide as it is for 0. */
    private void show(PDPageContentStream content, String text, float size, float x, float y, float width)
            throws IOException {
        String known = known(text);
        if (known.isBlank()) {
            return;
        }
        float natural = face.getStringWidth(known) / 1000 * size;
        content.setFont(face, size);
        content.setHorizontalScaling(width <= 0 || natural <= 0 ? 100 : Math.max(1, 100 * width / natural));
        content.setTextMatrix(org.apache.pdfbox.util.Matrix.getTranslateInstance(x, y));
        content.showText(known + " ");
    }

    /** Without letters that the face does not have. */
    private String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints()
                .filter(letter -> !Character.isISOControl(letter) && has(letter))
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    private boolean has(int letter) {
        try {
            return face.encode(Character.toString(letter)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private PDImageXObject image(Grey picture) throws IOException {
        if (picture.twoLevels()) {
            return CCITTFactory.createFromImage(document, image(picture, BufferedImage.TYPE_BYTE_BINARY));
        }
        Grey small = picture.dpi() >= 1.5 * DPI ? picture.reduced(Math.round((float) picture.dpi() / DPI)) : picture;
        return JPEGFactory.createFromImage(document, image(small, BufferedImage.TYPE_BYTE_GRAY), QUALITY);
    }

    private static BufferedImage image(Grey grey, int type) {
        BufferedImage image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(grey.pixels(), 0, pixels, 0, pixels.length);
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
            return image;
        }
        BufferedImage levels = new BufferedImage(grey.width(), grey.height(), type);
        levels.createGraphics().drawImage(image, 0, 0, null);
        return levels;
    }

    void save(Path file) throws IOException {
        document.save(file.toFile());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
