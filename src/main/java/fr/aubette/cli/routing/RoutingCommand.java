package fr.aubette.cli.routing;

import fr.aubette.classify.Routing;
import fr.aubette.model.Catalogue;
import fr.aubette.settings.ConfigurationFolder;
import fr.aubette.settings.WrongConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command {@code aubette routing}. */
public final class RoutingCommand {

    private static final String USAGE = """
            Usage: ./aubette routing evaluate FILE.jsonl --out DECISIONS.jsonl [--plot PLOT.svg] [--wrong WRONG.txt]
              decides each message of a file (one JSON object a line: id, channel, subject, text); when the lines say what
              is right (expected_directorate…), also prints how many decisions are, with intervals
            Utilisation : ./aubette routing evaluate FICHIER.jsonl --out DECISIONS.jsonl [--plot COURBE.svg] [--wrong ERREURS.txt]
              décide de chaque message d'un fichier (un objet JSON par ligne) ; si les lignes donnent la bonne réponse
              (expected_directorate…), imprime aussi combien de décisions sont justes, avec leurs intervalles
            """;

    private final Path config;
    private final Path from;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A command on these files.
     *
     * @param config the folder of the configuration
     * @param from where relative names begin
     */
    public RoutingCommand(Path config, Path from, PrintStream out, PrintStream err) {
        this.config = config;
        this.from = from;
        this.out = out;
        this.err = err;
    }

    /** Runs; 0 when done, 2 when the command line, the configuration or a file cannot be used. */
    public int run(String... args) {
        try {
            Arguments asked = Arguments.parse(args);
            switch (asked.verb()) {
                case "evaluate" -> evaluate(asked);
                default -> {
                    return wrong(USAGE);
                }
            }
            return 0;
        } catch (IllegalArgumentException e) {
            return wrong(e.getMessage() + "\n" + USAGE);
        } catch (WrongConfiguration e) {
            return wrong("config/ cannot be used / config/ est inutilisable\n" + e.getMessage());
        } catch (IOException e) {
            return wrong(e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            out.flush();
        }
    }

    private int wrong(String message) {
        err.println("aubette routing: " + message);
        err.flush();
        return 2;
    }

    private void evaluate(Arguments asked) throws IOException {
        asked.only("--out", "--plot", "--wrong");
        if (asked.files().size() != 1) {
            throw new IllegalArgumentException("one file, please / un seul fichier");
        }
        ConfigurationFolder folder = new ConfigurationFolder(config);
        Catalogue catalogue = folder.catalogue();
        Routing routing = folder.routing(catalogue);
        Report report;
        try (PrintWriter decisions = Evaluate.to(from.resolve(asked.needed("--out")))) {
            report = new Evaluate(catalogue, routing, err)
                    .decide(from.resolve(asked.files().get(0)), decisions);
        }
        if (report.share("decided").all() > 0) {
            out.print(report);
            if (asked.options().containsKey("--plot")) {
                Files.writeString(
                        from.resolve(asked.needed("--plot")),
                        CalibrationPlot.svg(asked.files().get(0), report.calibration()));
            }
            if (asked.options().containsKey("--wrong")) {
                Files.writeString(from.resolve(asked.needed("--wrong")), report.wrong());
            }
        }
    }

    /**
     * What is asked.
     *
     * @param verb the first word
     * @param files names without a dash
     * @param options each with its value
     */
    record Arguments(String verb, List<String> files, Map<String, String> options) {

        static Arguments parse(String... args) {
            List<String> files = new ArrayList<>();
            Map<String, String> options = new HashMap<>();
            for (int i = 1; i < args.length; i++) {
                int equals = args[i].indexOf('=');
                if (!args[i].startsWith("--")) {
                    files.add(args[i]);
                } else if (equals > 0) {
                    options.put(args[i].substring(0, equals), args[i].substring(equals + 1));
                } else if (i + 1 < args.length) {
                    options.put(args[i], args[++i]);
                } else {
                    throw new IllegalArgumentException(args[i] + " needs a value / demande une valeur");
                }
            }
            return new Arguments(args.length == 0 ? "" : args[0], List.copyOf(files), Map.copyOf(options));
        }

        String needed(String option) {
            String value = options.get(option);
            if (value == null) {
                throw new IllegalArgumentException(option + " is missing / manque");
            }
            return value;
        }

        void only(String... known) {
            options.keySet().stream()
                    .filter(each -> !List.of(known).contains(each))
                    .findFirst()
                    .ifPresent(each -> {
                        throw new IllegalArgumentException("unknown option / option inconnue : " + each);
                    });
        }
    }
}
