package fr.aubette.cli;

import fr.aubette.identify.pairs.ColumnType;
import fr.aubette.identify.pairs.Pairs;
import fr.aubette.identify.pairs.Table;
import fr.aubette.settings.CsvReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Scores the probable pairs within one file, or between two. */
final class MatchPairs {

    /** Less probable pairs than this are not worth a line. */
    private static final double LEAST = 0.01;

    private final PrintStream err;

    MatchPairs(PrintStream err) {
        this.err = err;
    }

    void run(Path file, Optional<Path> with, String id, Path out, Map<String, Optional<ColumnType>> told)
            throws IOException {
        List<String> ids = new ArrayList<>();
        Map<String, List<String>> columns = read(file, id, ids);
        int border = ids.size();
        if (with.isPresent()) {
            Map<String, List<String>> second = read(with.get(), id, ids);
            join(columns, second, ids.size() - border);
        }
        long start = System.nanoTime();
        Map<String, ColumnType> types = new HashMap<>();
        told.forEach((name, type) -> type.ifPresentOrElse(as -> types.put(name, as), () -> columns.remove(name)));
        Table table = Table.of(ids, columns, with.isPresent() ? border : ids.size(), types);
        int[] count = new int[1];
        try (PairsFile pairs = new PairsFile(out, "id1", "id2")) {
            List<Pairs.Learnt> learnt = Pairs.find(table, LEAST, pair -> {
                count[0] += pair.probability() >= 0.5 ? 1 : 0;
                pairs.write(pair);
            });
            learnt.forEach(this::tell);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        err.printf(
                Locale.ROOT,
                "aubette match: %d records, %d pairs of one person, %.1f s%n",
                ids.size(),
                count[0],
                (System.nanoTime() - start) / 1e9);
    }

    private void tell(Pairs.Learnt learnt) {
        err.printf(
                "aubette match: %-20s %-8s one person %s  at random %s%n",
                learnt.column(),
                learnt.type().name().toLowerCase(Locale.ROOT),
                shares(learnt.same()),
                shares(learnt.random()));
    }

    private static String shares(List<Double> shares) {
        return shares.stream()
                .map(share -> String.format(Locale.ROOT, share < 0.001 ? "%.0e" : "%.3f", share))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, List<String>> read(Path file, String id, List<String> ids) throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (CsvReader reader = new CsvReader(file)) {
            List<String> header = reader.header();
            int key = key(header, id);
            header.stream()
                    .filter(name -> !name.equals(header.get(key)))
                    .forEach(name -> columns.put(name, new ArrayList<>()));
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                ids.add(row.get().get(key));
                for (int i = 0; i < header.size(); i++) {
                    List<String> column = columns.get(header.get(i));
                    if (i != key && column != null) {
                        column.add(row.get().get(i));
                    }
                }
            }
        }
        return columns;
    }

    private static int key(List<String> header, String id) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(id)) {
                return i;
            }
        }
        throw new WrongUsage(
                "there is no column '" + id + "' among " + header, "aucune colonne « " + id + " » parmi " + header);
    }

    /** Puts the second file's columns behind those of the first that have the same name. */
    private static void join(Map<String, List<String>> columns, Map<String, List<String>> more, int added) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        more.forEach((name, values) -> byName.put(PersonColumns.folded(name), values));
        columns.keySet().removeIf(name -> !byName.containsKey(PersonColumns.folded(name)));
        columns.forEach((name, values) -> {
            List<String> second = byName.getOrDefault(PersonColumns.folded(name), List.of());
            values.addAll(second.subList(0, added));
        });
    }
}
