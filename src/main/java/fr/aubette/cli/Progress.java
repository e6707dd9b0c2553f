package fr.aubette.cli;

import fr.aubette.settings.CsvReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A bar on the standard error that says how much of a table is done, and how fast.
 *
 * @param all rows of the table
 * @param before rows that an earlier run has done
 */
record Progress(long all, long before, long start, PrintStream err) {

    static Progress of(Path file, long before, PrintStream err) throws IOException {
        long rows = 0;
        try (CsvReader reader = new CsvReader(file)) {
            while (reader.next().isPresent()) {
                rows++;
            }
        }
        return new Progress(rows, before, System.nanoTime(), err);
    }

    void tell(long row, String more) {
        double share = all == 0 ? 1 : Math.min(1, (double) row / all);
        String bar = "#".repeat((int) (share * 30)) + ".".repeat(30 - (int) (share * 30));
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        err.printf(Locale.ROOT, "\r[%s] %d/%d  %.0f/s  %s", bar, row, all, (row - before) / seconds, more);
        err.flush();
    }

    void end() {
        err.println();
        err.flush();
    }
}
