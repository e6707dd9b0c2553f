package fr.aubette.cli;

import fr.aubette.cli.csv.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** How far a stock has come, and what of it a person must look at. */
final class BackfileProgress {

    /** Over what time the pace is taken. */
    private static final Duration PACE = Duration.ofMinutes(10);

    private static final String LOOK = """
            select count(*) as files,
                   count(*) filter (where state <> 'waiting') as done,
                   count(*) filter (where state = 'filed') as filed,
                   count(*) filter (where state not in ('waiting', 'filed')) as doubtful,
                   coalesce(sum(pages), 0) as pages,
                   coalesce(sum(pages) filter (where intake_id is not null and ended_at > now() - ?::interval), 0) as recent_pages,
                   count(*) filter (where intake_id is not null and ended_at > now() - ?::interval) as recent_files,
                   extract(epoch from now() - greatest(min(ended_at) filter (
                       where intake_id is not null and ended_at > now() - ?::interval), now() - ?::interval)) as seconds
            from backfile_item where backfile_id = ?
            """;

    private final Connection connection;
    private final UUID stock;

    BackfileProgress(Connection connection, UUID stock) {
        this.connection = connection;
        this.stock = stock;
    }

    /**
     * A moment.
     *
     * @param files of the stock, also those that are only in the index or only in the folder
     * @param toLook how many of those dealt with a person must look at
     * @param pagesAnHour over the last ten minutes; 0 when nothing was read
     * @param secondsLeft at that pace; -1 when nobody can tell
     */
    record Moment(long files, long done, long filed, long toLook, long pages, long pagesAnHour, long secondsLeft) {

        boolean ended() {
            return done == files;
        }

        /** A line for a terminal. */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%d/%d files / fichiers  %d pages  %d pages/h  %s  %d to look at / à regarder",
                    done,
                    files,
                    pages,
                    pagesAnHour,
                    left(),
                    toLook);
        }

        private String left() {
            if (secondsLeft < 0) {
                return "waiting for the day's letters / attend le courrier du jour";
            }
            Duration left = Duration.ofSeconds(secondsLeft);
            return "%d h %02d left / restant".formatted(left.toHours(), left.toMinutesPart());
        }
    }

    Moment look() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            for (int i = 1; i <= 4; i++) {
                statement.setString(i, PACE.toSeconds() + " seconds");
            }
            statement.setObject(5, stock);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long left = row.getLong("files") - row.getLong("done");
                double seconds = Math.max(1, row.getDouble("seconds"));
                long recent = row.getLong("recent_files");
                return new Moment(
                        row.getLong("files"),
                        row.getLong("done"),
                        row.getLong("filed"),
                        row.getLong("doubtful"),
                        row.getLong("pages"),
                        (long) (row.getLong("recent_pages") * 3600 / seconds),
                        left == 0 ? 0 : recent == 0 ? -1 : (long) (left * seconds / recent));
            }
        }
    }

    /** Writes what a person must look at; how many lines. */
    long report(Path file) throws IOException, SQLException {
        long lines = 0;
        try (CsvWriter csv = new CsvWriter(file, "fichier", "dossier", "constat", "motif", "pages");
                PreparedStatement statement = connection.prepareStatement("""
                        select path, case_file, state, reason, pages from backfile_item
                        where backfile_id = ? and state <> 'waiting' and (state <> 'filed' or reason <> '')
                        order by number
                        """)) {
            statement.setObject(1, stock);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines++;
                    csv.row(
                            row.getString("path"),
                            row.getString("case_file"),
                            said(row.getString("state")),
                            row.getString("reason"),
                            row.getString("pages"));
                }
            }
        }
        return lines;
    }

    private static String said(String state) {
        return switch (state) {
            case "doubtful" -> "personne douteuse";
            case "unknown" -> "personne inconnue";
            case "unreadable" -> "illisible en tout ou partie";
            case "missing" -> "ligne sans fichier";
            case "unlisted" -> "fichier sans ligne";
            case "twice" -> "fichier nommé deux fois";
            default -> "classé, à vérifier";
        };
    }

    void print(PrintStream err) throws SQLException {
        err.print("\r" + look().line());
        err.flush();
    }
}
