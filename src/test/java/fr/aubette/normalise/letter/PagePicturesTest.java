package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agent sees of a page, whatever was sent as one: made in a process of its own, which its limits end. */
class PagePicturesTest {

    @TempDir
    Path scratch = Path.of("");

    @ParameterizedTest(name = "{0} by {1}, kind {2}")
    @CsvSource({"1, 1, 0", "17, 3000, 2", "6300, 6300, 0", "3000, 4200, 6"})
    void shows_pages_within_the_limits(int width, int height, int kind) throws IOException {
        assertThat(picture(png(width, height, kind))).isPresent();
    }

    @ParameterizedTest(name = "{0} by {1}, kind {2}")
    @CsvSource({"20000, 20000, 0", "20000, 20000, 2", "1, 60000000, 0", "50000, 50000, 0"})
    void shows_nothing_of_a_page_beyond_them(int width, int height, int kind) throws IOException {
        assertThat(picture(png(width, height, kind))).isEmpty();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void shows_nothing_of_a_page_that_is_not_there() {
        assertThat(new PagePictures(ReadingSettings.defaults(), scratch)
                        .of("b".repeat(64), Content.of(Scans.pdf(1, "Bonjour.")), 2, 0))
                .isEmpty();
    }

    private java.util.Optional<PagePictures.Picture> picture(byte[] file) {
        return new PagePictures(ReadingSettings.defaults(), scratch).of("a".repeat(64), Content.of(file), 1, 0);
    }

    /** All of one grey, 8 bits a sample, whole: a few hundred kilobytes for 400 million points. */
    private static byte[] png(int width, int height, int kind) throws IOException {
        int samples = kind == 0 ? 1 : kind == 2 ? 3 : 4;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(PngScansTest.MAGIC);
        PngScansTest.chunk(
                bytes,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, (byte) kind, 0, 0, 0})
                        .array());
        PngScansTest.chunk(bytes, "IDAT", rows(width * samples + 1, Math.min(height, 20_000)));
        PngScansTest.chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] rows(int length, int rows) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(1))) {
            byte[] row = new byte[length];
            for (int i = 0; i < rows; i++) {
                out.write(row);
            }
        }
        return packed.toByteArray();
    }
}
