package fr.aubette.hub;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import fr.aubette.desk.LettersPdf;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What a scanner makes of a morning's post: small separator sheets with a code, letters behind them. */
final class ScannedMail {

    private static final int CODE = 220;
    private static final float SHEET_WIDTH = 298;
    private static final float SHEET_HEIGHT = 210;
    private static final float CODE_SIDE = 170;
    private static final int DPI = 150;

    private final PDDocument file = new PDDocument();
    /** Pages that were taken over point into them until the file is saved. */
    private final List<PDDocument> printed = new ArrayList<>();

    private int letters;

    /** A separator whose code says this, and the letter's pages behind it. */
    ScannedMail letter(String slip, String... pages) {
        separator(slip);
        for (String page : pages) {
            add(LettersPdf.of(wrapped(page)), false);
        }
        return this;
    }

    /** The same, its page a picture only: what it says must be read, if it may be. */
    ScannedMail picture(String slip, String page) {
        separator(slip);
        add(LettersPdf.of(wrapped(page)), true);
        return this;
    }

    int letters() {
        return letters;
    }

    byte[] pdf() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            file.save(bytes);
            for (PDDocument each : printed) {
                each.close();
            }
            file.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void separator(String slip) {
        letters++;
        PDPage sheet = new PDPage(new PDRectangle(SHEET_WIDTH, SHEET_HEIGHT));
        file.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(file, sheet)) {
            content.drawImage(LosslessFactory.createFromImage(file, code(slip)), 60, 20, CODE_SIDE, CODE_SIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing stands beyond the edge of the paper. */
    private static String wrapped(String text) {
        return text.replaceAll("(?m)(.{60,80}) ", "$1\n");
    }

    private void add(byte[] text, boolean picture) {
        try {
            PDDocument letter = Loader.loadPDF(text);
            printed.add(letter);
            if (picture) {
                scan(new PDFRenderer(letter).renderImageWithDPI(0, DPI, ImageType.GRAY));
            } else {
                file.importPage(letter.getPage(0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void scan(BufferedImage picture) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        file.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(file, page)) {
            content.drawImage(
                    LosslessFactory.createFromImage(file, picture),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
        }
    }

    private static BufferedImage code(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, CODE, CODE, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            BufferedImage picture = new BufferedImage(CODE, CODE, BufferedImage.TYPE_BYTE_BINARY);
            for (int at = 0; at < CODE * CODE; at++) {
                picture.setRGB(at % CODE, at / CODE, matrix.get(at % CODE, at / CODE) ? 0 : 0xFFFFFF);
            }
            return picture;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
