package fr.aubette.faults;

import fr.aubette.desk.LettersPdf;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A batch as a scanner makes it: letters with a separator sheet between them, one place where the sheet was forgotten,
 * blank backs, and some pages that are pictures only. Each page bears a mark that no other bears.
 */
final class ScannerBatch {

    private static final String BODY =
            "Un nid de poule profond abîme les voitures devant chez moi depuis le mois de janvier, et personne n'est"
                    + "\nvenu le boucher malgré deux appels. Je vous demande de faire le nécessaire avant la rentrée."
                    + "\nDes enfants passent là chaque matin pour aller à l'école, et la nuit on ne le voit pas du tout.";

    private static final int DPI = 120;

    private final List<String> pages = new ArrayList<>();
    private final List<Set<Integer>> letters = new ArrayList<>();
    private final Set<Integer> blanks = new TreeSet<>();
    private final Set<Integer> pictures = new TreeSet<>();
    private int forgotten;

    /**
     * Of so many letters, each of one to three pages and parted from the next; the third and fourth have no sheet
     * between them.
     */
    static ScannerBatch of(int letters) {
        ScannerBatch batch = new ScannerBatch();
        for (int letter = 1; letter <= letters; letter++) {
            if (letter == 4) {
                batch.forgotten = batch.pages.size() + 1;
            } else if (letter > 1) {
                batch.pages.add("FEUILLE SÉPARATRICE");
            }
            batch.letter(letter);
        }
        return batch;
    }

    private void letter(int letter) {
        Set<Integer> own = new TreeSet<>();
        for (int page = 0; page <= letter % 3; page++) {
            int number = pages.size() + 1;
            String said = mark(number) + "\n" + BODY;
            // of the last letter every page is a picture
            if (letter % 8 == 0) {
                pictures.add(number);
            }
            pages.add(
                    page == 0 ? LettersPdf.letter("Lucie " + name(letter), "nid de poule", said) : said + "\n" + BODY);
            own.add(number);
        }
        letters.add(own);
        if (letter % 4 == 1) {
            pages.add("");
            blanks.add(pages.size());
        }
    }

    private static String name(int letter) {
        return List.of("Lemaire", "Bonnet", "Carpentier", "Delorme", "Essai", "Fabre", "Garnier", "Hubert")
                .get(letter % 8);
    }

    /** What only this page says; that of a picture may be misread. */
    static String mark(int page) {
        return "Repère R%04dQ".formatted(page);
    }

    int pages() {
        return pages.size();
    }

    /** The page on which a letter begins without a sheet before it. */
    int forgotten() {
        return forgotten;
    }

    /** The pages that must be one letter each, blank backs and sheets apart. */
    List<Set<Integer>> letters() {
        return letters;
    }

    Set<Integer> blanks() {
        return blanks;
    }

    /** Whether the page's words are read from a picture. */
    boolean isPicture(int page) {
        return pictures.contains(page);
    }

    boolean isLetter(int page) {
        return letters.stream().anyMatch(letter -> letter.contains(page));
    }

    byte[] pdf() throws IOException {
        byte[] printed = LettersPdf.of(pages.toArray(String[]::new));
        try (PDDocument document = Loader.loadPDF(printed);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page : pictures) {
                scan(document, document.getPage(page - 1), renderer.renderImageWithDPI(page - 1, DPI, ImageType.GRAY));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void scan(PDDocument document, PDPage page, BufferedImage picture) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true)) {
            content.drawImage(
                    LosslessFactory.createFromImage(document, picture),
                    0,
                    0,
                    page.getMediaBox().getWidth(),
                    page.getMediaBox().getHeight());
        }
    }
}
