package fr.aubette.cli;

import fr.aubette.intake.FileContentStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Holds the originals of a period, its reading copies and printed letters against the SHA-256 written at the time. */
final class Verify {

    private static final String USAGE = """
            Usage: ./aubette verify [--from 2026-01-01] [--to 2026-01-31]
              both days included; without them, all that was ever taken in
            Utilisation : ./aubette verify [--from 2026-01-01] [--to 2026-01-31]
              les deux jours compris ; sans eux, tout ce qui a été pris en charge""";

    private final PrintStream out;
    private final PrintStream err;

    Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Verifies; 0 when every original is what came, 1 when one is not or is missing, 2 when nothing could begin. */
    int run(String... args) {
        LocalDate from = LocalDate.of(1970, 1, 1);
        LocalDate to = LocalDate.of(9999, 1, 1);
        try {
            for (int i = 0; i < args.length; i += 2) {
                LocalDate day = LocalDate.parse(i + 1 < args.length ? args[i + 1] : "");
                switch (args[i]) {
                    case "--from" -> from = day;
                    case "--to" -> to = day;
                    default -> throw new WrongUsage("unknown option " + args[i], "option inconnue " + args[i]);
                }
            }
            return verify(from, to);
        } catch (WrongUsage | DateTimeParseException e) {
            return wrong(e.getMessage() + "\n" + USAGE);
        } catch (IOException e) {
            return wrong(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (SQLException e) {
            return wrong("PostgreSQL " + e.getSQLState() + ": " + e.getMessage());
        }
    }

    private int verify(LocalDate from, LocalDate to) throws IOException, SQLException {
        HubEnvironment settings = HubEnvironment.read();
        try (Connection connection = DriverManager.getConnection(
                settings.get("spring.datasource.url"),
                settings.get("spring.datasource.username"),
                settings.get("spring.datasource.password"))) {
            FileContentStore contents = new FileContentStore(Path.of(settings.get("aubette.content-dir")));
            return new Originals(connection, contents, out).verify(from, to) == 0 ? 0 : 1;
        }
    }

    private int wrong(String message) {
        err.println("aubette verify: " + message);
        err.flush();
        return 2;
    }
}
