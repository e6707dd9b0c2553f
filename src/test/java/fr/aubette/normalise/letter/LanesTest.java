package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long file read by three lanes at once. */
class LanesTest {

    private static final int PAGES = 13;

    @TempDir
    Path scratch = Path.of("");

    private final List<PageResult> told = new ArrayList<>();
    private int dieAt;

    @Test
    void reads_every_page_once_in_order_and_only_a_deadly_one_not() throws Exception {
        read(deadly(3), Scan.UNOPENED);

        assertThat(told).extracting(PageResult::number).isEqualTo(upTo(PAGES));
        assertThat(told).allSatisfy(page -> {
            if (page.number() == 3) {
                assertThat(page.reason()).contains("trop lourde");
            } else {
                assertThat(page.text()).contains("Page " + page.number() + ".");
            }
        });
        assertThat(ProcessHandle.current().descendants()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void loses_no_page_and_tells_none_twice_wherever_it_is_stopped() throws Exception {
        byte[] file = Scans.pdf(PAGES, "Bonjour, une lettre.");
        for (int at : new int[] {1, 6, 9}) {
            dieAt = at;
            assertThatThrownBy(() -> read(file, known())).hasMessage("killed");
            assertThat(told).hasSize(at);
            assertThat(files()).isEmpty();
        }
        dieAt = 0;

        read(file, known());

        assertThat(told).extracting(PageResult::number).isEqualTo(upTo(PAGES));
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private Scan known() {
        return Scan.of(PAGES, java.util.Optional.empty()).with(List.copyOf(told));
    }

    private void read(byte[] file, Scan known) {
        new PageReader(settings(), scratch).read(Content.of(file), known, new PageReader.Listener() {
            @Override
            public void opened(Scan scan) {
                assertThat(scan.pages()).isEqualTo(PAGES);
            }

            @Override
            public void page(PageResult page) {
                if (dieAt == told.size() && dieAt > 0) {
                    throw new IllegalStateException("killed");
                }
                told.add(page);
            }
        });
    }

    private static ReadingSettings settings() {
        ReadingSettings usual = ReadingSettings.defaults();
        return new ReadingSettings(
                usual.tesseract(),
                usual.language(),
                usual.timeout(),
                usual.renderTimeout(),
                usual.maxPages(),
                usual.maxPixels(),
                usual.maxBytes(),
                usual.dpi(),
                128,
                3,
                0);
    }

    /** One of its pages keeps thirty million states of its drawing. */
    private static byte[] deadly(int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(Scans.pdf(PAGES, "Bonjour, une lettre."));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDStream drawing = new PDStream(document);
            try (OutputStream out = drawing.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] states = "q\n".repeat(1 << 19).getBytes(StandardCharsets.ISO_8859_1);
                for (int i = 0; i < 64; i++) {
                    out.write(states);
                }
            }
            document.getPage(page - 1).setContents(drawing);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.toList();
        }
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
