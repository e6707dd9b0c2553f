package fr.aubette.receive.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.MovingClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbered files of one letter: when all have come, and what a kill leaves. */
class NumberedFilesTest {

    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n";

    private final MovingClock clock = new MovingClock("2026-03-02T08:00:00Z");
    private final DropSettings settings =
            new DropSettings(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(30));
    private final NumberedFiles files = new NumberedFiles(settings, clock, false);

    @TempDir
    Path folder;

    @Test
    void are_one_letter_once_none_has_come_for_a_while() throws IOException {
        drop("scan_1.pdf", PDF);
        after(20);
        drop("scan_2.pdf", PDF + 2);
        after(20);
        drop("scan_10.pdf", PDF + 10);
        for (int page = 3; page < 10; page++) {
            drop("scan_" + page + ".pdf", PDF + page);
        }
        after(1);
        after(29);
        assertThat(names()).hasSize(10);

        after(2);

        assertThat(names()).containsExactly("scan.pages.zip", "scan.pages.zip.ok");
        assertThat(entries("scan.pages.zip"))
                .startsWith("0001.pdf scan_1.pdf " + PDF, "0002.pdf scan_2.pdf " + PDF + 2)
                .endsWith("0010.pdf scan_10.pdf " + PDF + 10);
    }

    @Test
    void are_known_by_the_names_that_scanners_give() throws IOException {
        drop("Lettre Dupont (1).jpg", jpeg());
        drop("Lettre Dupont (2).jpg", jpeg());
        drop("IMG-001.png", png());
        drop("IMG-002.png", png());
        drop("scan0001.pdf", PDF);
        drop("facture.pdf", PDF);
        look();
        after(31);

        assertThat(names())
                .contains("Lettre Dupont.pages.zip", "IMG.pages.zip", "scan0001.pdf", "facture.pdf")
                .noneMatch(name -> name.matches(".*\\.(jpg|png)"));
        assertThat(files.alone(folder.resolve("facture.pdf").toFile())).isTrue();
        assertThat(files.alone(folder.resolve("IMG.pages.zip").toFile())).isTrue();
    }

    @Test
    void wait_longer_for_a_number_that_is_left_out_or_a_file_that_is_cut() throws IOException {
        drop("a_1.pdf", PDF);
        drop("a_3.pdf", PDF);
        drop("b_1.pdf", PDF.substring(0, 12));
        look();
        after(50);
        assertThat(names()).hasSize(3);
        assertThat(files.alone(folder.resolve("a_1.pdf").toFile())).isFalse();

        after(11);

        assertThat(names()).contains("a.pages.zip", "b.pages.zip");
    }

    @Test
    void are_all_there_when_a_marker_says_so_and_only_then_where_markers_are_used() throws IOException {
        NumberedFiles byMarker = new NumberedFiles(settings, clock, true);
        drop("scan_1.pdf", PDF);
        drop("scan_2.pdf", PDF);
        byMarker.alone(folder.resolve("scan_1.pdf").toFile());
        clock.advance(Duration.ofHours(1));
        byMarker.alone(folder.resolve("scan_1.pdf").toFile());
        assertThat(names()).hasSize(2);

        drop("scan.ok", "");
        clock.advance(Duration.ofSeconds(1));
        byMarker.alone(folder.resolve("scan_1.pdf").toFile());

        assertThat(names()).containsExactly("scan.pages.zip", "scan.pages.zip.ok");
    }

    @Test
    void are_neither_lost_nor_taken_twice_wherever_the_hub_is_killed() throws IOException {
        drop("scan_1.pdf", PDF);
        drop("scan_2.pdf", PDF + 2);
        drop(".scan.pages.zip.part", "half of it");
        look();
        after(31);
        assertThat(names()).containsExactly("scan.pages.zip", "scan.pages.zip.ok");
        byte[] whole = Files.readAllBytes(folder.resolve("scan.pages.zip"));

        // hidden still, the first file gone, the second one there; a third of the first one's name has come since
        Files.delete(folder.resolve("scan.pages.zip.ok"));
        Files.move(folder.resolve("scan.pages.zip"), folder.resolve(".scan.pages.zip"));
        drop("scan_1.pdf", PDF + "of another letter");
        drop("scan_2.pdf", PDF + 2);
        after(1);

        assertThat(names()).containsExactly("scan.pages.zip", "scan.pages.zip.ok", "scan_1.pdf");
        assertThat(Files.readAllBytes(folder.resolve("scan.pages.zip"))).isEqualTo(whole);
        after(61);
        assertThat(names()).as("waits until the bundle of that name was taken").contains("scan_1.pdf");
    }

    @Test
    void give_the_same_bytes_when_they_are_dropped_again() throws IOException {
        byte[][] made = new byte[2][];
        for (int time = 0; time < 2; time++) {
            TreeMap<Integer, Path> dropped = new TreeMap<>();
            dropped.put(1, drop("scan_1.pdf", PDF));
            dropped.put(2, drop("scan_2.pdf", PDF + 2));
            Bundle.of(folder.resolve("scan"), dropped).make();
            made[time] = Files.readAllBytes(folder.resolve("scan.pages.zip"));
            Files.delete(folder.resolve("scan.pages.zip"));
        }

        assertThat(made[1]).isEqualTo(made[0]);
    }

    private void look() {
        files.alone(folder.resolve("any.pdf").toFile());
    }

    private void after(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        look();
    }

    private Path drop(String name, String content) throws IOException {
        return drop(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path drop(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] jpeg() {
        return new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 0, (byte) 0xFF, (byte) 0xD9};
    }

    private static String png() {
        return "\u0089PNG....IEND....";
    }

    private List<String> names() throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> entries(String name) throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve(name).toFile())) {
            List<String> entries = new java.util.ArrayList<>();
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.add(entry.getName() + " " + entry.getComment() + " "
                        + new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
            return entries;
        }
    }
}
