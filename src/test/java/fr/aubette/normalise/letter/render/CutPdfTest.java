package fr.aubette.normalise.letter.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PDF of which only the beginning came, wherever it was cut and however its writer ordered it. */
class CutPdfTest {

    private static final int PAGES = 6;
    private static final Limits LIMITS = new Limits(1000, 40_000_000, 300);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gives_each_page_that_came_and_says_which_did_not(boolean listFirst) throws IOException {
        byte[] whole = pdf(listFirst);
        List<Integer> read = new ArrayList<>();
        for (int length = 400; length < whole.length - 40; length += 97) {
            read.add(pagesRead(Arrays.copyOf(whole, length)));
        }

        assertThat(read).isSorted().startsWith(0).contains(1, 2, 3, 4, 5).endsWith(PAGES);
    }

    /** How many pages say what they should; all others must say that they do not. */
    private int pagesRead(byte[] cut) throws IOException {
        Path file = Files.write(folder.resolve("cut.pdf"), cut);
        int read = 0;
        try (ScanFile scan = ScanFiles.open(file, LIMITS)) {
            boolean said = scan.damage().isPresent();
            for (int number = 1; number <= scan.pages(); number++) {
                try {
                    Path text = folder.resolve(number + ".txt");
                    scan.render(number, folder.resolve(number + ".pgm"), text);
                    assertThat(text).content().contains("Page " + number + " ", "Fin de la page " + number);
                    read++;
                } catch (Unreadable e) {
                    assertThat(e.reason()).contains("arrivé", "à numériser de nouveau");
                    said = true;
                }
            }
            assertThat(said).as("cut at %d, %d pages read", cut.length, read).isTrue();
        } catch (Unreadable e) {
            assertThat(e).as("cut at %d", cut.length).hasMessageContaining("tronqué");
        }
        return read;
    }

    @Test
    void is_refused_when_it_needs_a_password() throws IOException {
        byte[] cut = new String(pdf(true), StandardCharsets.ISO_8859_1)
                .replace("%%EOF", "")
                .replace(
                        "/Root 1 0 R",
                        "/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/P -1/O(" + "o".repeat(32) + ")/U("
                                + "u".repeat(32) + ")>>/ID[(a)(a)]")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                Unreadable.class, () -> ScanFiles.open(Files.write(folder.resolve("x"), cut), LIMITS))
                        .reason())
                .contains("mot de passe");
    }

    /** Pages of a full letter each; the catalogue and the list of pages first, or last as most scanners write them. */
    private static byte[] pdf(boolean listFirst) {
        int first = listFirst ? 3 : 1;
        int list = listFirst ? 2 : first + 2 * PAGES;
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            String lines = IntStream.rangeClosed(1, 12)
                    .mapToObj(n -> "(Je vous remercie de votre aide pour ma demande numéro " + n + ".) Tj 0 -16 Td")
                    .collect(Collectors.joining("\n"));
            String content = "BT /F1 12 Tf 60 760 Td (Page " + (i + 1) + " de la lettre) Tj 0 -16 Td\n" + lines
                    + " (Fin de la page " + (i + 1) + ") Tj ET";
            pages.add("<</Type/Page/Parent " + list + " 0 R/MediaBox[0 0 595 842]/Contents " + (first + 1 + 2 * i)
                    + " 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>");
            pages.add("<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream");
        }
        String kids =
                IntStream.range(0, PAGES).mapToObj(i -> first + 2 * i + " 0 R").collect(Collectors.joining(" "));
        List<String> ends = new ArrayList<>(List.of("<</Type/Pages/Count " + PAGES + "/Kids[" + kids + "]>>"));
        ends.add(listFirst ? 0 : 1, "<</Type/Catalog/Pages " + list + " 0 R>>");
        List<String> objects = new ArrayList<>(listFirst ? ends : pages);
        objects.addAll(listFirst ? pages : ends);
        return file(objects, listFirst ? 1 : list + 1);
    }

    private static byte[] file(List<String> objects, int root) {
        StringBuilder pdf = new StringBuilder("%PDF-1.5\n");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int xref = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> pdf.append(String.format("%010d 00000 n %n", place)));
        pdf.append("trailer\n<</Size ")
                .append(objects.size() + 1)
                .append("/Root ")
                .append(root);
        pdf.append(" 0 R>>\nstartxref\n").append(xref).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
