package fr.aubette.settings;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a table row by row: commas, semicolons, tabs or bars, quoted where needed, with a header. */
public final class CsvReader implements Closeable {

    /** What is looked at to tell the encoding and the separator. */
    private static final int SAMPLE_BYTES = 65_536;

    /** Longest field, in characters: what is longer is no table. */
    private static final int LONGEST_FIELD = 1_000_000;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final de.siegmar.fastcsv.reader.CsvReader<CsvRecord> in;
    private final CloseableIterator<CsvRecord> rows;
    private final List<String> header;
    private long line;

    public CsvReader(Path file) throws IOException {
        byte[] sample = new byte[SAMPLE_BYTES];
        int length;
        try (var bytes = Files.newInputStream(file)) {
            length = bytes.readNBytes(sample, 0, sample.length);
        }
        Charset charset = charset(Arrays.copyOf(sample, length));
        in = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator(new String(sample, 0, length, charset)))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(Files.newInputStream(file), charset);
        rows = in.iterator();
        header = row().orElseThrow(() -> new IOException("the file is empty")).stream()
                .map(String::strip)
                .toList();
    }

    private static Charset charset(byte[] sample) {
        int whole = sample.length;
        for (int cut = 0; cut < 4 && cut <= whole; cut++) {
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(sample, 0, whole - cut));
                return StandardCharsets.UTF_8;
            } catch (CharacterCodingException e) {
                if (whole < SAMPLE_BYTES) {
                    break;
                }
            }
        }
        return Charset.forName("windows-1252");
    }

    private static char separator(String sample) {
        int end = sample.indexOf('\n');
        String first = end < 0 ? sample : sample.substring(0, end);
        char best = ',';
        long most = 0;
        for (char each : SEPARATORS) {
            long count = first.chars().filter(c -> c == each).count();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }

    /** The names of the columns, as written. */
    public List<String> header() {
        return header;
    }

    /** The line of the file, from 1, where the last row began. */
    public long line() {
        return line;
    }

    /** The next row, as many fields as the header; empty at the end. */
    public Optional<List<String>> next() throws IOException {
        Optional<List<String>> row = row();
        while (row.isPresent() && row.get().size() == 1 && row.get().get(0).isBlank()) {
            row = row();
        }
        return row.map(this::fitted);
    }

    private List<String> fitted(List<String> row) {
        if (row.size() == header.size()) {
            return row;
        }
        List<String> fitted = new ArrayList<>(header.size());
        for (int i = 0; i < header.size(); i++) {
            fitted.add(i < row.size() ? row.get(i) : "");
        }
        return fitted;
    }

    private Optional<List<String>> row() throws IOException {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            CsvRecord row = rows.next();
            line = row.getStartingLineNumber();
            return Optional.of(row.getFields());
        } catch (CsvParseException e) {
            throw new IOException("the row after line " + line + " does not end", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
