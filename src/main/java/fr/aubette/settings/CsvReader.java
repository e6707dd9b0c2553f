package fr.aubette.settings;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
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

    /** Longest row, in characters: what is longer is no table. */
    private static final int LONGEST_ROW = 1_000_000;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final BufferedReader in;
    private final char separator;
    private final List<String> header;
    private long line = 1;
    private long rowLine;

    public CsvReader(Path file) throws IOException {
        byte[] sample = new byte[SAMPLE_BYTES];
        int length;
        try (var bytes = Files.newInputStream(file)) {
            length = bytes.readNBytes(sample, 0, sample.length);
        }
        Charset charset = charset(Arrays.copyOf(sample, length));
        in = new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
        separator = separator(new String(sample, 0, length, charset));
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
        return rowLine;
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
        rowLine = line;
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        int length = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            any = true;
            if (++length > LONGEST_ROW) {
                throw new IOException("the row at line " + rowLine + " does not end");
            }
            line += c == '\n' ? 1 : 0;
            if (quoted) {
                quoted = inQuotes(c, field);
            } else if (c == '"' && field.toString().isBlank()) {
                field.setLength(0);
                quoted = true;
            } else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                return Optional.of(ended(fields, field));
            } else if (c != '\r') {
                field.append((char) c);
            }
        }
        return any ? Optional.of(ended(fields, field)) : Optional.empty();
    }

    /** One character between quotes; whether what follows still is. */
    private boolean inQuotes(int c, StringBuilder field) throws IOException {
        if (c != '"') {
            field.append((char) c);
            return true;
        }
        in.mark(1);
        int next = in.read();
        if (next == '"') {
            field.append('"');
            return true;
        }
        if (next >= 0) {
            in.reset();
        }
        return false;
    }

    private static List<String> ended(List<String> fields, StringBuilder field) {
        fields.add(field.toString());
        return fields;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
