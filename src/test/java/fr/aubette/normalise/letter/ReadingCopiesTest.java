package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.paper.Conformity;
import fr.aubette.answer.paper.LetterPrinter;
import fr.aubette.answer.paper.PaperLetter;
import fr.aubette.answer.paper.PaperSettings;
import fr.aubette.answer.paper.ScannedAgain;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The copy of a letter that is read on a screen: it lasts, and its words are found where they stand. */
class ReadingCopiesTest {

    private static final Path LETTERS = Path.of("src/main/resources/demo/letters");

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"agrement-assistante-maternelle.tif", "obligation-alimentaire.jpg"})
    void conformsAndHoldsTheWords(String name) throws Exception {
        Shelf shelf = new Shelf(Content.of(LETTERS.resolve(name)), ReadingSettings.defaults());
        byte[] copy = shelf.copy();

        assertThat(Conformity.broken(copy, PDFAFlavour.PDFA_2_B)).isEmpty();
        assertThat(words(copy)).as(name).containsAll(shelf.longWords());
        assertThat(copy.length).isLessThan(600_000 * shelf.pages());
        assertThat(shelf.copy()).as("made once").isSameAs(shelf.kept);
    }

    @Test
    void showsAPageThatLayUpsideDownUpright() throws Exception {
        byte[] letter = new LetterPrinter(PaperSettings.defaults())
                .letter(new PaperLetter(
                        "AUB-2026-000123-H",
                        List.of("Direction de l'autonomie"),
                        List.of("Anne Lefèvre", "96100 CLAIRMONT"),
                        LocalDate.of(2026, 11, 22),
                        "Votre demande d'allocation",
                        "Madame,\n\nNous avons examiné votre demande avec attention.\n\nVeuillez agréer nos salutations.",
                        List.of()));
        Shelf shelf = new Shelf(Content.of(ScannedAgain.page(letter, 200, 180, 6, 3)), ReadingSettings.defaults());
        byte[] copy = shelf.copy();

        if (!shelf.longWords().isEmpty()) {
            assertThat(text(copy)).containsSubsequence("autonomie", "examiné", "salutations");
        }
        assertThat(Conformity.broken(copy, PDFAFlavour.PDFA_2_B)).isEmpty();
    }

    @Test
    void isMadeAlsoWhereNothingCouldBeRead() throws Exception {
        ReadingSettings none = new ReadingSettings(
                "/nowhere/tesseract",
                "fra",
                java.time.Duration.ofSeconds(5),
                java.time.Duration.ofSeconds(20),
                10,
                40_000_000,
                300_000_000,
                300,
                512,
                1,
                0);
        byte[] copy = new Shelf(Content.of(LETTERS.resolve("obligation-alimentaire.jpg")), none).copy();

        assertThat(Conformity.broken(copy, PDFAFlavour.PDFA_2_B)).isEmpty();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static List<String> words(byte[] pdf) throws IOException {
        return List.of(text(pdf).split("\\s+"));
    }

    /** One letter, and its copy kept in memory. */
    private final class Shelf implements CopyBook {

        private final RawItem item;
        private final DirectPages pages;
        private final ReadingCopies copies;
        private byte[] kept = new byte[0];

        Shelf(Content content, ReadingSettings settings) {
            item = new RawItem(ChannelKind.LETTER, "essai", "0123456789abcdef", Instant.now(), "", Map.of(), content);
            pages = new DirectPages(new PageReader(settings, scratch));
            copies = new ReadingCopies(this, pages, settings, scratch);
        }

        byte[] copy() throws IOException {
            copies.of(UUID.randomUUID()).orElseThrow();
            return kept;
        }

        int pages() {
            return pages.pages(item).results().size();
        }

        List<String> longWords() {
            return pages.pages(item).results().stream()
                    .flatMap(page -> page.text().lines())
                    .flatMap(line -> List.of(line.split("\\s+")).stream())
                    .filter(word -> word.matches("\\p{L}{7,}"))
                    .distinct()
                    .toList();
        }

        @Override
        public Optional<Taken> find(UUID contact) {
            return Optional.of(new Taken(new IntakeId(new UUID(0, 1)), item));
        }

        @Override
        public Optional<Content> copy(IntakeId letter) {
            return kept.length == 0 ? Optional.empty() : Optional.of(Content.of(kept));
        }

        @Override
        public Content keep(IntakeId letter, Content copy, int pages) throws IOException {
            try (InputStream in = copy.open()) {
                kept = in.readAllBytes();
            }
            if (Boolean.getBoolean("keep")) {
                Files.write(Path.of("/tmp/p_copy.pdf"), kept);
            }
            return Content.of(kept);
        }
    }
}
