package fr.aubette.answer.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A letter as PDF: read aloud, kept for long, seen through the window of its envelope. */
class LetterPrinterTest {

    private static final double MM = 72 / 25.4;

    private final LetterPrinter printer = new LetterPrinter(PaperSettings.defaults());

    @Test
    void isTaggedAndMadeToLast() throws Exception {
        byte[] pdf =
                printer.letter(letter("Bonjour,\n\nVotre carte est prête.\nVenez la prendre.", List.of("plan.pdf")));
        if (Boolean.getBoolean("keep")) {
            Files.write(Path.of("/tmp/p_letter.pdf"), pdf);
        }

        assertThat(Conformity.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Conformity.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle()).contains("Carte", "AUB-2026-000123-H");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Votre carte est prête.", "Objet", "22 novembre 2026", "plan.pdf", "Page 1 sur 1");
        }
    }

    @Test
    void showsItsAddressAndNothingElseInTheWindow() throws Exception {
        try (PDDocument document = Loader.loadPDF(printer.letter(letter("Bonjour,", List.of())))) {
            assertThat(within(document, 100, 45, 190, 90).strip().lines())
                    .containsExactly("Mme Anne Lefèvre", "Bâtiment C", "3 rue des Lilas", "96100 CLAIRMONT");
            assertThat(within(document, 95, 40, 210, 92).strip().lines()).hasSize(4);
        }
    }

    @Test
    void goesOnOverPagesEachWithItsNumberAndCode() throws Exception {
        byte[] pdf = printer.letter(letter("Une ligne de texte assez longue pour compter.\n\n".repeat(60), List.of()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                assertThat(document.getPage(page).getResources().getXObjectNames())
                        .as("page %d", page)
                        .isNotEmpty();
            }
            assertThat(new PDFTextStripper().getText(document)).contains("Page 2 sur " + document.getNumberOfPages());
        }
        assertThat(Conformity.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void survivesWhateverAnAgentPastes() throws Exception {
        byte[] pdf = printer.letter(letter(
                "A\u0000B\u0007 <b>pas gras</b> & {{rien}} \ud83d\ude00 \u202eabc مرحبا œuvre « été » 12 €\u00a0!\n"
                        + "x".repeat(5_000),
                List.of("<script>.pdf")));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("<b>pas gras</b>", "œuvre « été »", "12 €");
        }
        assertThat(Conformity.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    private static PaperLetter letter(String text, List<String> enclosures) {
        return new PaperLetter(
                "AUB-2026-000123-H",
                List.of("Direction de l'autonomie", "2 place de la République, 96000 Clairmont", "01 99 00 01 00"),
                WindowAddress.of("Mme Anne Lefèvre", "Bâtiment C\n3 rue des Lilas\n96100 Clairmont"),
                LocalDate.of(2026, 11, 22),
                "Carte mobilité inclusion",
                text,
                enclosures);
    }

    private static String within(PDDocument document, double left, double top, double right, double bottom)
            throws Exception {
        PDFTextStripperByArea area = new PDFTextStripperByArea();
        area.setSortByPosition(true);
        area.addRegion(
                "window",
                new java.awt.geom.Rectangle2D.Double(left * MM, top * MM, (right - left) * MM, (bottom - top) * MM));
        area.extractRegions(document.getPage(0));
        return area.getTextForRegion("window");
    }
}
