package fr.aubette.cli.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a table row by row, with commas, in UTF-8. */
public final class CsvWriter implements Closeable {

    private final BufferedWriter out;

    public CsvWriter(Path file, String... header) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        row(header);
    }

    /** One row. */
    public void row(String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(fields[i]));
        }
        out.write('\n');
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
