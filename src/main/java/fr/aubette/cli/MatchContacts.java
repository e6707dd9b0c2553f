package fr.aubette.cli;

import fr.aubette.cli.PersonFiles.Row;
import fr.aubette.cli.csv.CsvWriter;
import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.MemoryRegister;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.match.Verdict;
import fr.aubette.identify.match.Weights;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Decides the contacts of a file, in the order of their time, against the register of another. */
final class MatchContacts {

    private final PrintStream err;
    private final MemoryRegister register = new MemoryRegister();
    private final Sightings sightings = new Sightings(register.frequencies());

    MatchContacts(PrintStream err) {
        this.err = err;
    }

    void run(Path people, Path contacts, Path out, PersonColumns.Mapping mapping, Bands bands) throws IOException {
        PersonFiles.register(people, mapping, register);
        List<Row> rows = PersonFiles.contacts(contacts, mapping, "");
        Matcher matcher = new Matcher(register, register.frequencies(), new Weights(), bands);
        long start = System.nanoTime();
        try (CsvWriter writer =
                new CsvWriter(out, "contact_id", "decision", "citizen_id", "candidates", "probability", "clues")) {
            int created = 0;
            for (Row row : rows) {
                Sighting sighting = sightings.of(row.said());
                Verdict verdict = matcher.decide(sighting);
                if (verdict.band() == Verdict.Band.NEW) {
                    register.put(sightings.opened("N" + ++created, sighting));
                } else if (verdict.band() == Verdict.Band.ATTACH) {
                    Candidate who = verdict.candidates().get(0);
                    if (who.proven()) {
                        register.put(who.profile().learning(sighting));
                    }
                }
                write(writer, row, verdict, created);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        err.printf(Locale.ROOT, "aubette match: %d contacts, %.0f a second%n", rows.size(), rows.size() / seconds);
    }

    private static void write(CsvWriter writer, Row row, Verdict verdict, int created) throws IOException {
        String ids = verdict.candidates().stream().map(c -> c.profile().id()).collect(Collectors.joining(";"));
        String probability = verdict.candidates().isEmpty()
                ? "0"
                : String.format(Locale.ROOT, "%.6f", verdict.candidates().get(0).probability());
        String clues = verdict.candidates().stream()
                .findFirst()
                .map(MatchContacts::clues)
                .orElse("");
        switch (verdict.band()) {
            case ATTACH ->
                writer.row(
                        row.id(),
                        "attach",
                        verdict.candidates().get(0).profile().id(),
                        ids,
                        probability,
                        clues);
            case ASK -> writer.row(row.id(), "review", "", ids, probability, clues);
            case NEW -> writer.row(row.id(), "new", "N" + created, ids, probability, clues);
        }
    }

    private static String clues(Candidate candidate) {
        return candidate.clues().stream()
                .map(clue ->
                        clue.sign().name().toLowerCase(Locale.ROOT) + String.format(Locale.ROOT, "%+.1f", clue.bits()))
                .collect(Collectors.joining(" "));
    }
}
