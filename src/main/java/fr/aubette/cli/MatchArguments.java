package fr.aubette.cli;

import fr.aubette.identify.pairs.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code match} is asked.
 *
 * @param options by name, without dashes
 * @param columns what is told of columns, {@code kind=header} each
 */
record MatchArguments(Map<String, String> options, List<String> columns) {

    private static final Set<String> NAMES =
            Set.of("register", "contacts", "out", "pairs", "with", "id", "columns", "column", "truth", "from");

    /** Reads the command line, or says what is wrong with it. */
    static MatchArguments parse(String... args) throws IOException {
        Map<String, String> options = new HashMap<>();
        List<String> columns = new ArrayList<>();
        boolean tune = args.length > 0 && args[0].equals("tune");
        for (Iterator<String> left = List.of(args).listIterator(tune ? 1 : 0); left.hasNext(); ) {
            String arg = left.next();
            String name = arg.startsWith("--") ? arg.substring(2) : "";
            if (!NAMES.contains(name)) {
                throw new WrongUsage("unknown option " + arg, "option inconnue " + arg);
            }
            if (!left.hasNext()) {
                throw new WrongUsage(arg + " needs a value", arg + " demande une valeur");
            }
            String value = left.next();
            switch (name) {
                case "column" -> columns.add(value);
                case "columns" -> columns.addAll(Files.readAllLines(from(value)));
                default -> options.put(name, value);
            }
        }
        MatchArguments asked = new MatchArguments(options, columns);
        asked.needed(tune).forEach(asked::need);
        return asked;
    }

    private Set<String> needed(boolean tune) {
        if (options.containsKey("pairs")) {
            return Set.of("id", "out");
        }
        boolean labelled = Stream.of("register", "contacts", "truth").anyMatch(options::containsKey);
        if (answers() && !labelled) {
            return Set.of("out");
        }
        return tune ? Set.of("register", "contacts", "out", "truth") : Set.of("register", "contacts", "out");
    }

    /** Whether what people have answered in the console teaches, and not the file of contacts. */
    boolean answers() {
        String from = options.getOrDefault("from", "contacts");
        if (!Set.of("answers", "contacts").contains(from)) {
            throw new WrongUsage("--from is answers or contacts", "--from est answers ou contacts");
        }
        return from.equals("answers");
    }

    private String need(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new WrongUsage("--" + name + " is missing", "--" + name + " manque");
        }
        return value;
    }

    /** A path as it was typed, seen from where the command was called. */
    private static Path from(String typed) {
        return Path.of(System.getProperty("aubette.called-from", "")).resolve(typed);
    }

    Optional<Path> pairs() {
        return Optional.ofNullable(options.get("pairs")).map(MatchArguments::from);
    }

    Optional<Path> with() {
        return Optional.ofNullable(options.get("with")).map(MatchArguments::from);
    }

    /** Header of the column that tells whose a contact is; given only to tune. */
    Optional<String> truth() {
        return Optional.ofNullable(options.get("truth"));
    }

    String id() {
        return need("id");
    }

    Path out() {
        return from(need("out"));
    }

    Path register() {
        return from(need("register"));
    }

    Path contacts() {
        return from(need("contacts"));
    }

    /** What is told of the columns of persons. */
    PersonColumns.Mapping mapping() {
        return PersonColumns.Mapping.of(columns);
    }

    /** What is told of how columns are compared, by header; an empty type leaves a column out. */
    Map<String, Optional<ColumnType>> types() {
        Map<String, Optional<ColumnType>> types = new HashMap<>();
        for (String line : columns) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                types.put(
                        line.substring(equals + 1).strip(),
                        type(line.substring(0, equals).strip()));
            }
        }
        return types;
    }

    private static Optional<ColumnType> type(String name) {
        if (name.equalsIgnoreCase("ignore")) {
            return Optional.empty();
        }
        for (ColumnType type : ColumnType.values()) {
            if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        }
        throw new WrongUsage(
                "a column is name, text, code, date, number, category or ignore, not '" + name + "'",
                "une colonne est name, text, code, date, number, category ou ignore, pas « " + name + " »");
    }
}
