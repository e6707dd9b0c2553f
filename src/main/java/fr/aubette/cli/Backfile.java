package fr.aubette.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells the hub of a stock of old files, shows how far it has come, and writes what a person must look at. The hub
 * reads: this command may be ended, and begun again, at any time.
 */
final class Backfile {

    private static final String USAGE = """
            Usage: ./aubette backfile FOLDER --index INDEX.csv [--column KIND=HEADER]... [--report R.csv] [--no-wait]
            Utilisation : ./aubette backfile DOSSIER --index INDEX.csv [--column SORTE=INTITULÉ]... [--report R.csv] [--no-wait]
              docs/operate.md""";

    private static final long LOOK_SECONDS = 2;

    private final PrintStream err;

    Backfile(PrintStream err) {
        this.err = err;
    }

    /** What is asked for. */
    private record Order(Path folder, Path index, List<String> columns, Path report, boolean follow) {}

    /** 0 when all is filed, 1 when a person must look at something, 2 when nothing could be done. */
    int run(String... args) {
        try {
            Order order = order(args);
            try (Connection connection = Citizens.connect()) {
                UUID stock = new BackfileRegister(connection).register(order.folder(), order.index(), order.columns());
                return follow(order, new BackfileProgress(connection, stock));
            }
        } catch (WrongUsage e) {
            return wrong(e.getMessage() + "\n" + USAGE);
        } catch (IOException e) {
            return wrong(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (SQLException e) {
            return wrong("PostgreSQL " + e.getSQLState() + ": " + e.getMessage());
        }
    }

    private int follow(Order order, BackfileProgress progress) throws IOException, SQLException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (order.follow() && !progress.look().ended()) {
                progress.print(err);
                if (never.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        progress.print(err);
        long lines = progress.report(order.report());
        err.println();
        err.println(lines + " to look at / à regarder : " + order.report());
        err.flush();
        return lines == 0 ? 0 : 1;
    }

    private static Order order(String... args) throws IOException {
        Path folder = null;
        Path index = null;
        Path report = null;
        boolean follow = true;
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--index" -> index = from(value(args, ++i));
                case "--column" -> columns.add(value(args, ++i));
                case "--report" -> report = from(value(args, ++i));
                case "--no-wait" -> follow = false;
                default -> {
                    if (folder != null || args[i].startsWith("--")) {
                        throw new WrongUsage("unknown option " + args[i], "option inconnue " + args[i]);
                    }
                    folder = from(args[i]);
                }
            }
        }
        if (folder == null || index == null || !Files.isDirectory(folder) || !Files.isRegularFile(index)) {
            throw new WrongUsage("a folder and its index are needed", "il faut un dossier et son index");
        }
        return new Order(
                folder.toRealPath(), index.toRealPath(), columns, report == null ? report(index) : report, follow);
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new WrongUsage(args[at - 1] + " lacks its value", "il manque la valeur de " + args[at - 1]);
        }
        return args[at];
    }

    /** Where the report goes unless told. */
    static Path report(Path index) {
        return Path.of(index + ".rapport.csv");
    }

    private static Path from(String typed) {
        return Path.of(System.getProperty("aubette.called-from", "")).resolve(typed);
    }

    private int wrong(String message) {
        err.println("aubette backfile: " + message);
        err.flush();
        return 2;
    }
}
