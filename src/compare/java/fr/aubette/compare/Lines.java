package fr.aubette.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of persons whose duplicates are known: lines of one cluster are one person.
 *
 * @param columns all but the identifier
 * @param clusters of each line
 */
record Lines(List<String> ids, List<String> columns, List<List<String>> values, List<String> clusters) {

    int size() {
        return ids.size();
    }

    String value(int line, int column) {
        return values.get(line).get(column);
    }

    /** Pairs of one person among all. */
    long pairs() {
        long pairs = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += clusters.get(i).equals(clusters.get(j)) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** Reads plain CSV, without quotes; the cluster is what the pattern's first group finds in the identifier. */
    static Lines read(Path file, String id, String cluster) throws IOException {
        List<String> rows = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> header = fields(rows.get(0));
        int key = header.indexOf(id);
        List<String> columns = new ArrayList<>(header);
        columns.remove(key);
        Lines lines = new Lines(new ArrayList<>(), columns, new ArrayList<>(), new ArrayList<>());
        Pattern pattern = Pattern.compile(cluster);
        for (String row : rows.subList(1, rows.size())) {
            List<String> fields = new ArrayList<>(fields(row));
            String who = fields.remove(key);
            Matcher found = pattern.matcher(who);
            if (!found.find()) {
                throw new IllegalArgumentException(who + " says of no person by " + cluster);
            }
            lines.ids.add(who);
            lines.values.add(fields);
            lines.clusters.add(found.group(1));
        }
        return lines;
    }

    private static List<String> fields(String row) {
        return Arrays.stream(row.split(",", -1)).map(String::strip).toList();
    }
}
