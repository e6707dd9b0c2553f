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
import java.util.Optional;

/**
 * Learns weights from contacts whose citizen is known, or from what people have answered in the console; shows what
 * they would change, and writes them for somebody to look at. Every other one teaches; the rest tell how the decisions
 * are before and after.
 */
final class MatchTune {

    private final PrintStream out;

    MatchTune(PrintStream out) {
        this.out = out;
    }

    /**
     * Contacts whose citizen is known.
     *
     * @param truth header of the column that tells whose each contact is
     */
    record Labelled(Path people, Path contacts, String truth, PersonColumns.Mapping mapping) {

        List<Row> rows() throws IOException {
            return PersonFiles.contacts(contacts, mapping, truth);
        }

        MemoryRegister register() throws IOException {
            MemoryRegister register = new MemoryRegister();
            PersonFiles.register(people, mapping, register);
            return register;
        }
    }

    /** Learns from answers; all labelled contacts, when there are any, judge. */
    void run(GivenAnswers answers, Optional<Labelled> labelled, Path file) throws IOException {
        Tuning tuning = new Tuning();
        answers.teach(tuning);
        print(tuning);
        out.printf("%d answers / réponses%n", answers.size());
        out.printf("%-8s %8s  %8s  %8s%n", "", "judged", "first", "probable");
        out.printf("%-8s %s%n", "before", answers.judged(Weights.shipped()));
        out.printf("%-8s %s%n", "after", answers.judged(Weights.told(tuning.shares())));
        if (labelled.isPresent()) {
            List<Row> rows = labelled.get().rows();
            compare(labelled.get(), rows, 0, 1, tuning);
        }
        WeightsFile.write(file, tuning);
        out.flush();
    }

    void run(Labelled labelled, Path file) throws IOException {
        List<Row> rows = labelled.rows();
        MemoryRegister register = labelled.register();
        Tuning tuning = new Tuning();
        for (int i = 0; i < rows.size(); i += 2) {
            teach(tuning, rows.get(i), register);
        }
        print(tuning);
        compare(labelled, rows, 1, 2, tuning);
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

    private void compare(Labelled labelled, List<Row> rows, int first, int step, Tuning tuning) throws IOException {
        Weights tuned = Weights.told(tuning.shares());
        out.printf("%-8s %s%n", "", TunedDecisions.HEADER);
        out.printf("%-8s %s%n", "before", decisions(labelled, rows, first, step, Weights.shipped()));
        out.printf("%-8s %s%n", "after", decisions(labelled, rows, first, step, tuned));
    }

    private static TunedDecisions decisions(Labelled labelled, List<Row> rows, int first, int step, Weights weights)
            throws IOException {
        TunedDecisions decisions = new TunedDecisions(labelled.register(), weights);
        for (int i = first; i < rows.size(); i += step) {
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
