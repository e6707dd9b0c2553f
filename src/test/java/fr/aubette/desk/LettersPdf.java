package fr.aubette.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A file of letters one behind the other, with nothing between them, as a scanner makes it. */
public final class LettersPdf {

    private LettersPdf() {}

    /** The first page of somebody's letter. */
    public static String letter(String sender, String object, String body) {
        return "Mme " + sender + "\n3 rue des Lilas\n96100 Brennac\n\n"
                + "Monsieur le Président du Conseil départemental\n\nBrennac, le 2 mars 2026\n\nObjet : " + object
                + "\n\nMonsieur le Président,\n\n" + body
                + "\n\nJe vous remercie de votre attention et reste à votre disposition pour toute précision.";
    }

    public static byte[] of(String... pages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String text : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                if (!text.isEmpty()) {
                    write(document, page, text);
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, PDPage page, String text) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.setLeading(18);
            content.newLineAtOffset(60, 780);
            for (String line : text.split("\n")) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
