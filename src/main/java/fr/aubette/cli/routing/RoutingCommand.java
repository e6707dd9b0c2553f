package fr.aubette.cli.routing;

import fr.aubette.classify.Learned;
import fr.aubette.classify.Routing;
import fr.aubette.classify.SentenceTerm;
import fr.aubette.model.Catalogue;
import fr.aubette.settings.ConfigurationFolder;
import fr.aubette.settings.WrongConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command {@code aubette routing}. */
public final class RoutingCommand {

    private static final String USAGE = """
            Usage: ./aubette routing evaluate FILE.jsonl --out DECISIONS.jsonl [--plot PLOT.svg] [--wrong WRONG.txt]
                     decides each message of a file (one JSON object a line: id, channel, subject, text); when the lines say
                     what is right (expected_directorate…), also prints how many decisions are, with intervals
                   ./aubette routing train FILE.jsonl…            learns config/routing-learned.yaml from labelled messages
                     --test OTHER.jsonl | --folds 5 [--judge FILE.jsonl]   only says what would be learned, on other messages
                     --apart all | NAME,NAME…                   the same, each file by what the other files teach
                   ./aubette routing speed FILE.jsonl…            how long a decision takes, and learning
                   ./aubette routing replay --since DAY [--config DIR] --out CHANGED.csv
                     decides the contacts of the database since that day again by the tables of DIR (config/ unless told) and says
                     what would have changed; nothing is written there, CHANGED.csv holds identities only
            Utilisation : ./aubette routing evaluate FICHIER.jsonl --out DECISIONS.jsonl [--plot COURBE.svg] [--wrong ERREURS.txt]
                     décide de chaque message d'un fichier ; si les lignes donnent la bonne réponse, imprime aussi les taux
                   ./aubette routing train FICHIER.jsonl…         apprend config/routing-learned.yaml de messages étiquetés
                     --test AUTRE.jsonl | --folds 5 [--judge FICHIER.jsonl]  dit seulement ce que vaudrait l'apprentissage
                     --apart all | NOM,NOM…                      de même, chaque fichier par ce qu'apprennent les autres
                   ./aubette routing speed FICHIER.jsonl…         durée d'une décision, et de l'apprentissage
                   ./aubette routing replay --since JOUR [--config DOSSIER] --out CHANGES.csv
                     rejoue les prises de contact depuis ce jour avec les tables du dossier : ce qui aurait changé ; rien n'est écrit
            """;

    /** Each file by what the others teach. */
    private static final String ALL = "all";

    private final Path config;
    private final Path from;
    private final PrintStream out;
    private final PrintStream err;
    private final Database database;

    /** The hub's own. */
    @FunctionalInterface
    public interface Database {
        Connection open() throws SQLException;
    }

    /**
     * A command on these files.
     *
     * @param config the folder of the configuration
     * @param from where relative names begin
     */
    public RoutingCommand(Path config, Path from, PrintStream out, PrintStream err, Database database) {
        this.database = database;
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
                case "train" -> train(asked);
                case "speed" -> speed(asked);
                case "replay" -> replay(asked);
                default -> {
                    return wrong(USAGE);
                }
            }
            return 0;
        } catch (IllegalArgumentException e) {
            return wrong(e.getMessage() + "\n" + USAGE);
        } catch (IllegalStateException e) {
            return wrong(String.valueOf(e.getMessage()));
        } catch (WrongConfiguration e) {
            return wrong("config/ cannot be used / config/ est inutilisable\n" + e.getMessage());
        } catch (SQLException e) {
            return wrong("PostgreSQL " + e.getSQLState() + ": " + e.getMessage());
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
        Routing routing = patient(folder.routing(catalogue));
        Report report;
        try (PrintWriter decisions = Evaluate.to(from.resolve(asked.needed("--out")))) {
            report = new Evaluate(catalogue, routing, err)
                    .decide(from.resolve(asked.files().get(0)), decisions);
        }
        if (report.share("decided").all() > 0) {
            report(asked, report);
            if (routing.sentences().speaks()) {
                Path messages = from.resolve(asked.files().get(0));
                byWords(new Evaluate(catalogue, routing.with(SentenceTerm.none()), err)
                        .decide(messages, new PrintWriter(Writer.nullWriter())));
            }
        }
    }

    /** A measure waits for the sentence model, and says when there is none of those named. */
    private Routing patient(Routing routing) {
        SentenceTerm term = routing.sentences();
        term.hindrance().ifPresent(why -> err.println("aubette routing: " + why));
        return routing.with(term.model().map(model -> term.by(model.patient())).orElse(term));
    }

    private void byWords(Report report) {
        out.println("\nthe same without the sentence model / de même, sans le modèle de phrases");
        out.print(report);
    }

    private void train(Arguments asked) throws IOException {
        asked.only("--test", "--folds", "--wrong", "--plot", "--judge", "--apart");
        ConfigurationFolder folder = new ConfigurationFolder(config);
        Catalogue catalogue = folder.catalogue();
        Train train = new Train(catalogue, folder.routingByHand(catalogue));
        List<Message> messages = messages(asked);
        if (asked.options().containsKey("--test")) {
            report(asked, train.test(messages, Train.read(from.resolve(asked.needed("--test")), err), err));
        } else if (asked.options().containsKey("--apart")) {
            apart(asked, train);
        } else if (asked.options().containsKey("--folds")) {
            List<Message> judged = asked.options().containsKey("--judge")
                    ? Train.read(from.resolve(asked.needed("--judge")), err)
                    : messages;
            int folds = Math.max(2, Math.min(100, Integer.parseInt(asked.needed("--folds"))));
            report(asked, train.crossed(messages, judged, folds, err));
        } else {
            long start = System.nanoTime();
            Learned learned = train.learn(messages);
            Files.writeString(config.resolve("routing-learned.yaml"), learned.text());
            if (learned.sentences().isPresent()) {
                Files.writeString(
                        config.resolve("routing-embedding.yaml"),
                        learned.sentences().get().text());
            }
            learned(messages, start);
        }
    }

    private void apart(Arguments asked, Train train) throws IOException {
        Map<String, List<Message>> files = new LinkedHashMap<>();
        for (String file : asked.files()) {
            files.computeIfAbsent(names(List.of(file)), name -> new ArrayList<>())
                    .addAll(Train.read(from.resolve(file), err));
        }
        String wanted = asked.needed("--apart");
        List<String> judged = wanted.equals(ALL) ? List.of() : List.of(wanted.split(","));
        Report byWords = new Report();
        report(asked, train.apart(files, judged, (name, own) -> out.println(name + "\n" + own), byWords, err));
        if (byWords.share("decided").all() > 0) {
            byWords(byWords);
        }
    }

    private void speed(Arguments asked) throws IOException {
        asked.only();
        ConfigurationFolder folder = new ConfigurationFolder(config);
        Catalogue catalogue = folder.catalogue();
        List<Message> messages = messages(asked);
        out.println(Speed.of(messages, folder.routing(catalogue), catalogue));
        long start = System.nanoTime();
        new Train(catalogue, folder.routingByHand(catalogue)).learn(messages);
        learned(messages, start);
    }

    private void replay(Arguments asked) throws IOException, SQLException {
        asked.only("--since", "--config", "--out");
        String since = asked.needed("--since");
        if (!since.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException("--since: a day, as in / un jour, comme 2026-11-22");
        }
        Path tables = asked.options().containsKey("--config") ? from.resolve(asked.needed("--config")) : config;
        ConfigurationFolder folder = new ConfigurationFolder(tables);
        Catalogue catalogue = folder.catalogue();
        Replay replay = new Replay(catalogue, patient(folder.routing(catalogue)), err);
        try (Connection connection = database.open()) {
            out.print(replay.run(connection, since, from.resolve(asked.needed("--out"))));
        }
    }

    private void learned(List<Message> messages, long start) {
        out.printf(
                "%d messages learned in %.1f s / messages appris%n",
                messages.size(), (System.nanoTime() - start) / 1e9);
    }

    private List<Message> messages(Arguments asked) throws IOException {
        List<Message> messages = new ArrayList<>();
        for (String file : asked.files()) {
            messages.addAll(Train.read(from.resolve(file), err));
        }
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("no message in any file / aucun message dans les fichiers");
        }
        return messages;
    }

    /** A picture travels: without the folders of this machine. */
    private static String names(List<String> files) {
        return files.stream()
                .map(file -> String.valueOf(Path.of(file).getFileName()))
                .collect(Collectors.joining(", "));
    }

    /** The files whose decisions are counted. */
    private static String judged(Arguments asked) {
        String apart = asked.options().getOrDefault("--apart", ALL);
        return apart.equals(ALL) ? names(asked.files()) : apart;
    }

    private void report(Arguments asked, Report report) throws IOException {
        out.print(report);
        if (asked.options().containsKey("--plot")) {
            Files.writeString(
                    from.resolve(asked.needed("--plot")), CalibrationPlot.svg(judged(asked), report.calibration()));
        }
        if (asked.options().containsKey("--wrong")) {
            Files.writeString(from.resolve(asked.needed("--wrong")), report.wrong());
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
