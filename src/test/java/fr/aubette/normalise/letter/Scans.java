package fr.aubette.normalise.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small scans, good and bad, made by hand. */
public final class Scans {

    private Scans() {}

    /** A letter made by a computer: each page says {@code text} and its number. */
    public static byte[] pdf(int pages, String text) {
        return pdf(pages, text, "0 0 595 842", "");
    }

    static byte[] pdf(int pages, String text, String box, String catalogue) {
        List<String> objects = new ArrayList<>();
        objects.add("<</Type/Catalog/Pages 2 0 R" + catalogue + ">>");
        objects.add("<</Type/Pages/Count " + pages + "/Kids["
                + IntStream.range(0, pages).mapToObj(i -> 3 + 2 * i + " 0 R").collect(Collectors.joining(" ")) + "]>>");
        for (int i = 0; i < pages; i++) {
            String content = "BT /F1 14 Tf 60 760 Td (" + text + " Page " + (i + 1) + ".) Tj ET";
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[" + box + "]/Contents " + (4 + 2 * i)
                    + " 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>");
            objects.add("<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream");
        }
        return file(objects);
    }

    /** A page that shows one image; the image's dictionary and bytes are given. */
    static byte[] imagePdf(String image, String data) {
        return file(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
                "<</Length 27>>\nstream\n595 0 0 842 0 0 cm /I Do   \nendstream",
                "<</Type/XObject/Subtype/Image/Length " + data.length() + image + ">>\nstream\n" + data
                        + "\nendstream"));
    }

    static byte[] file(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.5\n");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int xref = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> pdf.append(String.format("%010d 00000 n %n", place)));
        pdf.append("trailer\n<</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\nstartxref\n");
        pdf.append(xref).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A PDF that needs a password. */
    public static byte[] locked() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
