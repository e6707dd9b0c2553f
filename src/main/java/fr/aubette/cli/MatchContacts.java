package fr.aubette.cli;

import fr.aubette.cli.csv.CsvReader;
import fr.aubette.cli.csv.CsvWriter;
import fr.aubette.cli.csv.Dates;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides the contacts of a file, in the order of their time, against the register of another. */
final class MatchContacts {

    private static final Set<String> SCANNED = Set.of("letter", "courrier", "lettre", "scan", "fax");

    private final PrintStream err;
    private final MemoryRegister register = new MemoryRegister();
    private final Sightings sightings = new Sightings(register.frequencies());

    MatchContacts(PrintStream err) {
        this.err = err;
    }

    void run(Path people, Path contacts, Path out, PersonColumns.Mapping mapping, Bands bands) throws IOException {
        readRegister(people, mapping);
        List<Row> rows = readContacts(contacts, mapping);
        rows.sort(Comparator.comparing(Row::at));
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

    private void readRegister(Path file, PersonColumns.Mapping mapping) throws IOException {
        try (CsvReader reader = new CsvReader(file)) {
            PersonColumns columns = PersonColumns.of(reader.header(), mapping);
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                List<String> fields = row.get();
                register.put(Sightings.profile(
                        columns.id(fields),
                        said(columns, fields),
                        columns.text(fields, PersonColumns.Kind.BIRTH_NAME),
                        columns.text(fields, PersonColumns.Kind.SEX)));
            }
        }
    }

    private static List<Row> readContacts(Path file, PersonColumns.Mapping mapping) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(file)) {
            PersonColumns columns = PersonColumns.of(reader.header(), mapping);
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                List<String> fields = row.get();
                rows.add(new Row(
                        columns.id(fields), columns.text(fields, PersonColumns.Kind.AT), said(columns, fields)));
            }
        }
        return rows;
    }

    /** What a row says of a person. */
    static Sightings.Said said(PersonColumns columns, List<String> fields) {
        Optional<LocalDate> birth = Dates.of(columns.text(fields, PersonColumns.Kind.BIRTH_DATE));
        String channel = columns.text(fields, PersonColumns.Kind.CHANNEL).toLowerCase(Locale.ROOT);
        return new Sightings.Said(
                columns.text(fields, PersonColumns.Kind.NAME),
                columns.text(fields, PersonColumns.Kind.LAST_NAME),
                columns.text(fields, PersonColumns.Kind.FIRST_NAME),
                birth,
                columns.texts(fields, PersonColumns.Kind.PHONE),
                columns.texts(fields, PersonColumns.Kind.MAIL),
                columns.text(fields, PersonColumns.Kind.ADDRESS),
                columns.text(fields, PersonColumns.Kind.POSTCODE),
                columns.text(fields, PersonColumns.Kind.TOWN),
                SCANNED.contains(channel));
    }

    /** A contact of the file. */
    private record Row(String id, String at, Sightings.Said said) {}
}
