package fr.aubette.settings;

import fr.aubette.switchboard.Colleague;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code directory.csv}, in any separator and order of columns; its absence is an empty directory. */
final class DirectoryFile {

    /** More lines than this are no directory of one département. */
    private static final int MOST = 50_000;

    private static final Set<String> COLUMNS =
            Set.of("name", "role", "directorate", "service", "site", "phone", "words", "away-until", "deputy");

    private DirectoryFile() {}

    /**
     * The lines of the file.
     *
     * @throws IOException if it cannot be read, naming the line and what was expected
     */
    static List<Colleague> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Colleague> read = new ArrayList<>();
        try (CsvReader rows = new CsvReader(file)) {
            Map<String, Integer> columns = columns(file, rows.header());
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(colleague(file, rows.line(), columns, row.get()));
                if (read.size() > MOST) {
                    throw new IOException(file + ": more than " + MOST + " lines");
                }
            }
        }
        return List.copyOf(read);
    }

    private static Map<String, Integer> columns(Path file, List<String> header) throws IOException {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!COLUMNS.contains(header.get(i))) {
                throw new IOException(file + " line 1: unknown column '" + header.get(i) + "', expected "
                        + Nearest.expected("a known column", header.get(i), COLUMNS));
            }
            columns.put(header.get(i), i);
        }
        for (String needed : List.of("name", "phone")) {
            if (!columns.containsKey(needed)) {
                throw new IOException(file + " line 1: no column '" + needed + "'");
            }
        }
        return columns;
    }

    private static Colleague colleague(Path file, long line, Map<String, Integer> columns, List<String> row)
            throws IOException {
        Function<String, String> value = column ->
                columns.containsKey(column) ? row.get(columns.get(column)).strip() : "";
        String name = value.apply("name");
        String phone = value.apply("phone");
        if (name.isEmpty() || phone.isEmpty()) {
            throw new IOException(file + " line " + line + ": each line needs a name and a phone");
        }
        return new Colleague(
                name,
                value.apply("role"),
                value.apply("directorate"),
                value.apply("service"),
                value.apply("site"),
                phone,
                value.apply("words"),
                day(file, line, value.apply("away-until")),
                value.apply("deputy"));
    }

    private static Optional<LocalDate> day(Path file, long line, String text) throws IOException {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IOException(
                    file + " line " + line + ": away-until '" + text + "', expected a day as 2026-11-30", e);
        }
    }
}
