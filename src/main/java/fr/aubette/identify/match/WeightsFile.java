package fr.aubette.identify.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The weights that somebody has looked at, one sign a line: its name, a comma, its share. */
public final class WeightsFile {

    private WeightsFile() {}

    /**
     * Reads them.
     *
     * @param file as they ship when there is no such file
     * @throws IllegalArgumentException with file and line if they make no sense
     */
    public static Weights read(Path file) {
        if (!Files.exists(file)) {
            return Weights.shipped();
        }
        Map<Sign, Double> shares = new EnumMap<>(Sign.class);
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(shares, line, file + ", line " + (i + 1));
            }
        }
        try {
            return Weights.told(shares);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void read(Map<Sign, Double> shares, String line, String where) {
        String[] parts = line.split(",", -1);
        try {
            shares.put(Sign.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)), Double.valueOf(parts[1].strip()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(where + ": a sign, a comma and its share, not '" + line + "'", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes them for somebody to look at. */
    public static void write(Path file, Tuning tuning) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Share of a citizen's own contacts that show each sign. In force as config/match-weights.csv.",
                "# Part des contacts d'un usager qui montrent chaque signe."));
        tuning.shares()
                .forEach((sign, share) -> lines.add(
                        String.format(Locale.ROOT, "%s,%.6f", sign.name().toLowerCase(Locale.ROOT), share)));
        Files.write(file, lines);
    }
}
