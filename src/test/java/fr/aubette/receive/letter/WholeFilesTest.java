package fr.aubette.receive.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.MovingClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {

    private static final String WHOLE = "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n";
    private final MovingClock clock = new MovingClock("2026-03-02T08:00:00Z");
    private final WholeFiles files = new WholeFiles(
            new DropSettings(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(30)), clock);

    @TempDir
    Path folder;

    @Test
    void lets_a_whole_file_go_once_it_has_settled() throws IOException {
        Path file = file("lettre.pdf", WHOLE);

        assertThat(files.isWhole(file.toFile())).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(files.isWhole(file.toFile())).isTrue();
    }

    @Test
    void keeps_a_file_that_still_grows_however_long() throws IOException {
        Path file = file("lettre.pdf", "%PDF-1.4\n");
        for (int i = 0; i < 100; i++) {
            Files.writeString(file, "1 0 obj\n", StandardOpenOption.APPEND);
            assertThat(files.isWhole(file.toFile())).isFalse();
            clock.advance(Duration.ofSeconds(59));
        }
    }

    @Test
    void keeps_a_half_written_file_whose_writer_pauses_and_whose_time_is_old() throws IOException {
        Path file = file("lettre.pdf", WHOLE.substring(0, 20));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(files.isWhole(file.toFile())).isFalse();
        clock.advance(Duration.ofSeconds(59));
        assertThat(files.isWhole(file.toFile())).isFalse();
        Files.writeString(file, WHOLE);
        clock.advance(Duration.ofSeconds(2));
        assertThat(files.isWhole(file.toFile())).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(files.isWhole(file.toFile())).isTrue();
    }

    @Test
    void gives_up_waiting_for_the_end_of_a_file_at_last() throws IOException {
        Path empty = file("vide.pdf", "");

        assertThat(files.isWhole(empty.toFile())).isFalse();
        clock.advance(Duration.ofSeconds(60));
        assertThat(files.isWhole(empty.toFile())).isTrue();
    }

    @Test
    void knows_a_tiff_whose_last_page_is_still_being_written() throws IOException {
        byte[] tiff = Files.readAllBytes(Path.of("src/test/resources/letters/fax.tif"));
        Path file = folder.resolve("fax.tif");
        Files.write(file, java.util.Arrays.copyOf(tiff, tiff.length / 2));

        assertThat(FileTail.looksComplete(file.toFile())).isFalse();
        Files.write(file, tiff);
        assertThat(FileTail.looksComplete(file.toFile())).isTrue();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
    }
}
