package fr.aubette.cli;

import fr.aubette.cli.csv.Dates;
import fr.aubette.identify.match.MemoryRegister;
import fr.aubette.identify.match.Sightings;
import fr.aubette.settings.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads files of persons: a register, or contacts in the order of their time. */
final class PersonFiles {

    private static final Set<String> SCANNED = Set.of("letter", "courrier", "lettre", "scan", "fax");

    private PersonFiles() {}

    /**
     * A contact of a file.
     *
     * @param at its time as written
     * @param truth whose it is, when the file tells; else empty
     */
    record Row(String id, String at, Sightings.Said said, String truth) {}

    static void register(Path file, PersonColumns.Mapping mapping, MemoryRegister register) throws IOException {
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

    /**
     * The contacts, oldest first.
     *
     * @param truth header of the column that tells whose each is; empty when none does
     */
    static List<Row> contacts(Path file, PersonColumns.Mapping mapping, String truth) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(file)) {
            PersonColumns columns = PersonColumns.of(reader.header(), mapping);
            int tells = reader.header().indexOf(truth);
            if (tells < 0 && !truth.isEmpty()) {
                throw new WrongUsage("no column is named '" + truth + "'", "aucune colonne « " + truth + " »");
            }
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                List<String> fields = row.get();
                String at = columns.text(fields, PersonColumns.Kind.AT);
                rows.add(new Row(
                        columns.id(fields),
                        at,
                        said(columns, fields),
                        tells < 0 ? "" : fields.get(tells).strip()));
            }
        }
        rows.sort(Comparator.comparing(Row::at));
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
}
