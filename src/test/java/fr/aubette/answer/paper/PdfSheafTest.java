package fr.aubette.answer.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.AnswerId;
import fr.aubette.answer.PrintBatch;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A batch on paper: its slip, then its letters, each on sheets of its own. */
class PdfSheafTest {

    @TempDir
    Path scratch;

    private final LetterPrinter printer = new LetterPrinter(PaperSettings.defaults());

    @Test
    void putsTheSlipBeforeTheLettersAndEachLetterOnItsOwnSheet() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfSheaf sheaf = new PdfSheaf(scratch, true)) {
            sheaf.add(printer.sheet("slip", Map.of("batch", batch(3), "duplex", true)));
            for (String name : List.of("Anne", "Bruno", "Chloé")) {
                sheaf.add(letter(name));
            }
            sheaf.write(out);
        }
        if (Boolean.getBoolean("keep")) {
            Files.write(Path.of("/tmp/p_batch.pdf"), out.toByteArray());
        }

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(8);
            assertThat(text(document, 1)).contains("Bordereau", "lot 7", "3 lettres", "AUB-2026-000101-A", "plan.pdf");
            assertThat(text(document, 3)).contains("Bonjour Anne");
            assertThat(text(document, 4)).isBlank();
            assertThat(text(document, 7)).contains("Bonjour Chloé");
        }
        assertThat(Conformity.broken(out.toByteArray(), PDFAFlavour.PDFUA_1)).isEmpty();
        try (var left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void countsWhatGoes() {
        PrintBatch batch = batch(5);
        assertThat(batch.pages()).isEqualTo(1 + 2 + 3 + 4 + 5);
        assertThat(batch.sheets()).isEqualTo(1 + 1 + 2 + 2 + 3);
    }

    private byte[] letter(String name) {
        return printer.letter(new PaperLetter(
                "AUB-2026-000123-H",
                List.of("Direction"),
                List.of(name, "96100 CLAIRMONT"),
                LocalDate.of(2026, 11, 22),
                "Réponse",
                "Bonjour " + name,
                List.of()));
    }

    private static PrintBatch batch(int letters) {
        return new PrintBatch(
                UUID.randomUUID(),
                7,
                Instant.parse("2026-11-22T09:00:00Z"),
                "courrier",
                false,
                Optional.empty(),
                Optional.empty(),
                IntStream.rangeClosed(1, letters)
                        .mapToObj(n -> new PrintBatch.Letter(
                                n,
                                new AnswerId(UUID.randomUUID()),
                                "AUB-2026-00010" + n + "-A",
                                "96100 CLAIRMONT",
                                n,
                                "0".repeat(64),
                                1,
                                n == 2 ? List.of("plan.pdf") : List.of(),
                                Optional.empty()))
                        .toList());
    }

    private static String text(PDDocument document, int page) throws Exception {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
