package fr.aubette.cli;

import fr.aubette.settings.ConfigurationFolder;
import fr.aubette.settings.WrongConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;

/**
 * Works on the citizens of the hub's database: imports a register or what changed in one, lists probable duplicates.
 */
final class Citizens {

    private static final String USAGE = """
            Usage: ./aubette citizens import FILE.csv [--source NAME] [--column KIND=HEADER]... [--errors E.csv]
                   ./aubette citizens delta FILE.csv --source NAME [--errors E.csv]
                   ./aubette citizens rollback BATCH
                   ./aubette citizens duplicates --out D.csv
            Utilisation : ./aubette citizens import FICHIER.csv [--source NOM] [--column SORTE=INTITULÉ]... [--errors E.csv]
                          ./aubette citizens delta FICHIER.csv --source NOM [--errors E.csv]
                          ./aubette citizens rollback LOT
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
                case "delta" -> delta(rest);
                case "rollback" -> rollback(rest);
                case "duplicates" -> duplicates(rest);
                default ->
                    throw new WrongUsage(
                            "import, delta, rollback or duplicates", "import, delta, rollback ou duplicates");
            };
        } catch (WrongUsage | BindException | WrongConfiguration e) {
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
        try (Connection connection = HubEnvironment.read().connect()) {
            CitizenImport work = new CitizenImport(connection, err, source, PersonColumns.Mapping.of(columns));
            return work.run(file, errors) == 0 ? 0 : 1;
        }
    }

    private int delta(List<String> args) throws IOException, SQLException {
        if (args.size() < 3 || args.get(0).startsWith("--")) {
            throw new WrongUsage("a file and --source are needed", "il faut un fichier et --source");
        }
        Path file = from(args.remove(0));
        String source = "";
        Path errors = Path.of(file + ".errors.csv");
        for (int i = 0; i + 1 < args.size(); i += 2) {
            switch (args.get(i)) {
                case "--source" -> source = args.get(i + 1);
                case "--errors" -> errors = from(args.get(i + 1));
                default -> throw new WrongUsage("unknown option " + args.get(i), "option inconnue " + args.get(i));
            }
        }
        DeltaSettings settings = source(HubEnvironment.read(), source);
        try (Connection connection = HubEnvironment.read().connect()) {
            return new CitizenDelta(connection, err, source, settings).run(file, errors) ? 0 : 1;
        }
    }

    private static DeltaSettings source(HubEnvironment hub, String name) {
        DeltaSettings settings = hub.settings("aubette.citizens.sources." + name, DeltaSettings.class);
        Set<String> directorates = new ConfigurationFolder(hub.configFolder())
                .catalogue()
                .directorates()
                .keySet();
        if (!directorates.contains(settings.directorate())) {
            throw new WrongUsage(
                    "aubette.citizens.sources." + name + ".directorate must be one of " + directorates + ", is '"
                            + settings.directorate() + "'",
                    "la direction de cette source n'existe pas");
        }
        return settings;
    }

    private int rollback(List<String> args) throws SQLException {
        if (args.size() != 1 || !args.get(0).matches("\\d{1,18}")) {
            throw new WrongUsage("the number of a batch is needed", "il faut le numéro d'un lot");
        }
        try (Connection connection = HubEnvironment.read().connect()) {
            long citizens = new DeltaRollback(connection).run(Long.parseLong(args.get(0)));
            err.printf("aubette citizens: %d citizens as before / usagers comme avant%n", citizens);
            err.flush();
            return 0;
        }
    }

    private int duplicates(List<String> args) throws IOException, SQLException {
        if (args.size() != 2 || !args.get(0).equals("--out")) {
            throw new WrongUsage("--out is missing", "--out manque");
        }
        try (Connection connection = HubEnvironment.read().connect()) {
            new CitizenDuplicates(connection, err).run(from(args.get(1)));
            return 0;
        }
    }

    /** To the database of {@code spring.datasource}, in {@code config/application.yaml} or the environment. */
    static Connection connect() throws SQLException {
        return HubEnvironment.read().connect();
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
