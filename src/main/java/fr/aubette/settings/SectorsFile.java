package fr.aubette.settings;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.aubette.model.Sector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code sectors.csv}, semicolons between its cells; without the file there is one sector. */
final class SectorsFile {

    private static final List<String> COLUMNS =
            List.of("motives", "commune", "street", "from", "to", "road", "college", "service", "site");

    private final Path file;
    private final Set<String> codes;
    private final Problems problems;
    private int line;

    private SectorsFile(Path file, Set<String> codes, Problems problems) {
        this.file = file;
        this.codes = codes;
        this.problems = problems;
    }

    /** Against the codes of the motives and directorates already read. */
    static List<Sector> read(Path file, Set<String> motives, Set<String> directorates, Problems problems) {
        if (!Files.exists(file)) {
            return List.of();
        }
        Set<String> codes = new HashSet<>(motives);
        codes.addAll(directorates);
        return new SectorsFile(file, codes, problems).sectors();
    }

    private List<Sector> sectors() {
        List<Sector> sectors = new ArrayList<>();
        boolean headed = false;
        for (CsvRecord row : rows()) {
            line = Math.toIntExact(row.getStartingLineNumber());
            List<String> cells = row.getFields().stream().map(String::strip).toList();
            if (!headed) {
                headed = true;
                if (!cells.equals(COLUMNS)) {
                    wrong("line", String.join(";", cells), String.join(";", COLUMNS));
                }
            } else if (cells.size() != COLUMNS.size()) {
                wrong("line", cells.size() + " cells", COLUMNS.size() + " cells");
            } else {
                sectors.add(sector(cells));
            }
        }
        return sectors;
    }

    private List<CsvRecord> rows() {
        try (Stream<CsvRecord> rows = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(';')
                .commentStrategy(CommentStrategy.SKIP)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(Files.readString(file))
                .stream()) {
            return rows.filter(row -> row.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                    .toList();
        } catch (IOException e) {
            wrong("(file)", "a file that cannot be read as UTF-8", "a text file");
        } catch (CsvParseException e) {
            wrong("(file)", "quotes that do not end", "a quote at both ends of a cell, two for one within");
        }
        return List.of();
    }

    private Sector sector(List<String> cells) {
        List<String> motives = Stream.of(cells.get(0).split(" +")).toList();
        motives.stream()
                .filter(code -> !codes.contains(code))
                .forEach(code ->
                        wrong("motives", "'" + code + "'", Nearest.expected("a motive or a directorate", code, codes)));
        boolean street = !cells.get(2).isEmpty();
        long places = Stream.of(1, 5, 6).filter(at -> !cells.get(at).isEmpty()).count();
        if (places != 1 || street && cells.get(1).isEmpty()) {
            wrong("line", "no place, or several", "one of commune (with or without street), road and college");
        }
        if (cells.get(8).isEmpty()) {
            wrong("site", "nothing", "where it is answered");
        }
        return new Sector(
                motives,
                cells.get(1),
                cells.get(2),
                number("from", cells.get(3), 0),
                number("to", cells.get(4), Double.MAX_VALUE),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8));
    }

    private double number(String column, String cell, double otherwise) {
        if (cell.isEmpty()) {
            return otherwise;
        }
        if (cell.matches("\\d{1,5}([.,]\\d{1,3})?")) {
            return Double.parseDouble(cell.replace(',', '.'));
        }
        wrong(column, "'" + cell + "'", "a number");
        return otherwise;
    }

    private void wrong(String column, String found, String expected) {
        problems.add(new Problem(file.toString(), line, column, found, expected));
    }
}
