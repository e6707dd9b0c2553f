package fr.aubette.cli.csv;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes a table row by row, with commas, in UTF-8. */
public final class CsvWriter implements Closeable {

    private final de.siegmar.fastcsv.writer.CsvWriter out;

    public CsvWriter(Path file, String... header) throws IOException {
        out = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(file);
        row(header);
    }

    /** One row. */
    public void row(String... fields) throws IOException {
        try {
            out.writeRecord(fields);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
