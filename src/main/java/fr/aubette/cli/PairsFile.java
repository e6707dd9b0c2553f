package fr.aubette.cli;

import fr.aubette.cli.csv.CsvWriter;
import fr.aubette.identify.pairs.Pairs;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Probable pairs as rows: who, who, how probable, and what each column says in bits. */
final class PairsFile implements Closeable {

    private final CsvWriter rows;

    PairsFile(Path out, String one, String other) throws IOException {
        rows = new CsvWriter(out, one, other, "probability", "clues");
    }

    void write(Pairs.Pair pair) {
        String clues = pair.clues().stream()
                .map(clue -> clue.column() + String.format(Locale.ROOT, "%+.1f", clue.bits()))
                .collect(Collectors.joining(" "));
        try {
            rows.row(pair.one(), pair.other(), String.format(Locale.ROOT, "%.6f", pair.probability()), clues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
