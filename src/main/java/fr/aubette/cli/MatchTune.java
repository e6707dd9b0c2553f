package fr.aubette.cli;

import fr.aubette.cli.PersonFiles.Row;
import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.MemoryRegister;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.match.Sign;
import fr.aubette.identify.match.Tuning;
import fr.aubette.identify.match.Weights;
import fr.aubette.identify.match.WeightsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns weights from contacts whose citizen is known, shows what they would change, and writes them for somebody to
 * look at. Every other contact teaches; the rest tell how the decisions are before and after.
 */
final class MatchTune {

    private final PrintStream out;

    MatchTune(PrintStream out) {
        this.out = out;
    }

    void run(Path people, Path contacts, Path file, String truth, PersonColumns.Mapping mapping) throws IOException {
        List<Row> rows = PersonFiles.contacts(contacts, mapping, truth);
        MemoryRegister register = new MemoryRegister();
        PersonFiles.register(people, mapping, register);
        Tuning tuning = new Tuning();
        for (int i = 0; i < rows.size(); i += 2) {
            teach(tuning, rows.get(i), register);
        }
        print(tuning);
        out.printf("%-8s %s%n", "", TunedDecisions.HEADER);
        out.printf("%-8s %s%n", "before", decisions(people, mapping, rows, Weights.shipped()));
        out.printf("%-8s %s%n", "after", decisions(people, mapping, rows, Weights.told(tuning.shares())));
        WeightsFile.write(file, tuning);
        out.flush();
    }

    /** Only what somebody is found by can teach: others would not have been candidates. */
    private static void teach(Tuning tuning, Row row, MemoryRegister register) {
        Sighting sighting = new Sightings(register.frequencies()).of(row.said());
        List<Profile> found = List.copyOf(register.find(Keys.of(sighting)));
        new Matcher(register, register.frequencies(), Weights.shipped(), Bands.ofHub())
                .weigh(sighting, found).stream()
                        .filter(each -> each.profile().id().equals(row.truth()))
                        .map(Candidate::clues)
                        .forEach(tuning::saw);
    }

    private TunedDecisions decisions(Path people, PersonColumns.Mapping mapping, List<Row> rows, Weights weights)
            throws IOException {
        MemoryRegister register = new MemoryRegister();
        PersonFiles.register(people, mapping, register);
        TunedDecisions decisions = new TunedDecisions(register, weights);
        for (int i = 1; i < rows.size(); i += 2) {
            decisions.decide(rows.get(i));
        }
        return decisions;
    }

    private void print(Tuning tuning) {
        out.printf("%-20s %8s %8s %8s%n", "", "shipped", "tuned", "seen");
        for (Map.Entry<Sign, Double> share : tuning.shares().entrySet()) {
            Sign sign = share.getKey();
            out.printf(
                    Locale.ROOT,
                    "%-20s %8.4f %8.4f %8d%n",
                    sign.name().toLowerCase(Locale.ROOT),
                    Weights.shipped().share(sign),
                    share.getValue(),
                    tuning.seen(sign));
        }
    }
}
