package fr.aubette.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        assertThat(
                        rows(
                                "\uFEFFnom ; ville\r\n\"Bel; Air\";\"dit \"\"le Haut\"\"\"\r\n\"a\nb\"c;x\r\n\r\nseul\r\ntrop;de;champs\n"))
                .containsExactly(
                        List.of("2", "Bel; Air", "dit \"le Haut\""),
                        List.of("3", "a\nbc", "x"),
                        List.of("6", "seul", ""),
                        List.of("7", "trop", "de"));
    }

    @Test
    void tellsTabsBarsAndCommasApart() throws IOException {
        assertThat(rows("a\tb\n1\t2,3;4\n")).containsExactly(List.of("2", "1", "2,3;4"));
        assertThat(rows("a|b\n1|2\n")).containsExactly(List.of("2", "1", "2"));
        assertThat(rows("a,b\n1,2\n")).containsExactly(List.of("2", "1", "2"));
    }

    @Test
    void readsTheOldEncodingToo() throws IOException {
        Path file = folder.resolve("old.csv");
        Files.write(file, "nom;ville\nLefèvre;Orée\n".getBytes(Charset.forName("windows-1252")));
        try (CsvReader reader = new CsvReader(file)) {
            assertThat(reader.next()).contains(List.of("Lefèvre", "Orée"));
        }
    }

    @Test
    void endsAtAQuoteThatIsNeverClosed() throws IOException {
        Path file = folder.resolve("endless.csv");
        Files.writeString(file, "a;b\n\"" + "x".repeat(1_100_000), StandardCharsets.UTF_8);
        try (CsvReader reader = new CsvReader(file)) {
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("does not end");
        }
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> new CsvReader(file))
                .isInstanceOf(IOException.class)
                .hasMessage("the file is empty");
    }

    /** Each row after its line. */
    private List<List<String>> rows(String text) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(file)) {
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                List<String> numbered = new ArrayList<>(List.of(Long.toString(reader.line())));
                numbered.addAll(row.get());
                rows.add(numbered);
            }
        }
        return rows;
    }
}
