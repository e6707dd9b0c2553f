package fr.aubette.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;

/** Works on the citizens of the hub's database: imports a register, lists probable duplicates. */
final class Citizens {

    private static final String USAGE = """
            Usage: ./aubette citizens import FILE.csv [--source NAME] [--column KIND=HEADER]... [--errors E.csv]
                   ./aubette citizens duplicates --out D.csv
            Utilisation : ./aubette citizens import FICHIER.csv [--source NOM] [--column SORTE=INTITULÉ]... [--errors E.csv]
                          ./aubette citizens duplicates --out D.csv
              docs/match.md""";

    private final PrintStream err;

    Citizens(PrintStream err) {
        this.err = err;
    }

    /** Does what is asked; 0 when done, 1 when some rows could not be read, 2 when nothing could be done. */
    int run(String... args) {
        try {
            String verb = args.length == 0 ? "" : args[0];
            List<String> rest = new ArrayList<>(Arrays.asList(args).subList(Math.min(1, args.length), args.length));
            return switch (verb) {
                case "import" -> importing(rest);
                case "duplicates" -> duplicates(rest);
                default -> throw new WrongUsage("import or duplicates", "import ou duplicates");
            };
        } catch (WrongUsage | BindException e) {
            return wrong(e.getMessage() + "\n" + USAGE);
        } catch (IOException e) {
            return wrong(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (SQLException e) {
            return wrong("PostgreSQL " + e.getSQLState() + ": " + e.getMessage());
        }
    }

    private int importing(List<String> args) throws IOException, SQLException {
        if (args.isEmpty() || args.get(0).startsWith("--")) {
            throw new WrongUsage("no file is named", "aucun fichier n'est nommé");
        }
        Path file = from(args.remove(0));
        String source = String.valueOf(file.getFileName());
        List<String> columns = new ArrayList<>();
        Path errors = Path.of(file + ".errors.csv");
        for (int i = 0; i + 1 < args.size(); i += 2) {
            switch (args.get(i)) {
                case "--source" -> source = args.get(i + 1);
                case "--column" -> columns.add(args.get(i + 1));
                case "--errors" -> errors = from(args.get(i + 1));
                default -> throw new WrongUsage("unknown option " + args.get(i), "option inconnue " + args.get(i));
            }
        }
        try (Connection connection = connect()) {
            CitizenImport work = new CitizenImport(connection, err, source, PersonColumns.Mapping.of(columns));
            return work.run(file, errors) == 0 ? 0 : 1;
        }
    }

    private int duplicates(List<String> args) throws IOException, SQLException {
        if (args.size() != 2 || !args.get(0).equals("--out")) {
            throw new WrongUsage("--out is missing", "--out manque");
        }
        try (Connection connection = connect()) {
            new CitizenDuplicates(connection, err).run(from(args.get(1)));
            return 0;
        }
    }

    /** To the database of {@code spring.datasource}, in {@code config/application.yaml} or the environment. */
    static Connection connect() throws SQLException {
        HubEnvironment settings = HubEnvironment.read();
        return DriverManager.getConnection(
                settings.get("spring.datasource.url"),
                settings.get("spring.datasource.username"),
                settings.get("spring.datasource.password"));
    }

    private static Path from(String typed) {
        return Path.of(System.getProperty("aubette.called-from", "")).resolve(typed);
    }

    private int wrong(String message) {
        err.println("aubette citizens: " + message);
        err.flush();
        return 2;
    }
}
