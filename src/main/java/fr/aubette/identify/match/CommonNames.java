package fr.aubette.identify.match;

import fr.aubette.identify.name.Letters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** How common the most usual names are in France, for as long as a register is too small to tell. */
final class CommonNames {

    private static final String FILE = "/identify/common-names.csv";

    /** A name that is not listed: most are rarer than one in a hundred thousand. */
    private static final double UNLISTED_SURNAME = 1e-5;

    private static final double UNLISTED_FIRST = 3e-5;

    private static final CommonNames SHIPPED = read();

    private final Map<String, Double> surnames = new HashMap<>();
    private final Map<String, Double> firsts = new HashMap<>();

    static CommonNames shipped() {
        return SHIPPED;
    }

    double surname(String joined) {
        return surnames.getOrDefault(joined, UNLISTED_SURNAME);
    }

    double first(String joined) {
        return firsts.getOrDefault(joined, UNLISTED_FIRST);
    }

    private static CommonNames read() {
        CommonNames names = new CommonNames();
        try (InputStream file = CommonNames.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException(FILE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                names.add(line.split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void add(String... row) {
        if (row.length == 3 && !row[0].equals("kind")) {
            Map<String, Double> kind = row[0].equals("surname") ? surnames : firsts;
            kind.put(Letters.joined(Letters.fold(row[1])), Double.parseDouble(row[2]) / 100_000);
        }
    }
}
