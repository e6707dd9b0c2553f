package fr.aubette.cli;

import fr.aubette.cli.csv.CsvWriter;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sightings;
import fr.aubette.settings.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings a register's citizens into the database, some thousand in each transaction.
 *
 * <p>A citizen's identity follows from the register's name and its own identifier: what was brought in before is left
 * as it is, so an import may be interrupted, and run twice, without harm.
 */
final class CitizenImport {

    private static final int BATCH = 2_000;

    private static final String CITIZENS = """
            insert into citizen (id, last_name, first_name, birth_date, opened_at, known)
            select id, last, first, born::date, now(), known
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as given (id, last, first, born, known)
            on conflict do nothing
            """;

    private static final String FACTS = """
            insert into citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen)
            select id, kind, value, ?, 'checked', now(), now()
            from unnest(?::uuid[], ?::text[], ?::text[]) as given (id, kind, value)
            on conflict do nothing
            """;

    private static final String PROGRESS = """
            insert into citizen_import (source, file, rows, updated_at) values (?, ?, ?, now())
            on conflict (source) do update set file = excluded.file, rows = excluded.rows, updated_at = now()
            """;

    private final Connection connection;
    private final BulkSql sql;
    private final PrintStream err;
    private final String source;
    private final PersonColumns.Mapping mapping;
    private long refused;

    CitizenImport(Connection connection, PrintStream err, String source, PersonColumns.Mapping mapping) {
        this.connection = connection;
        this.sql = new BulkSql(connection);
        this.err = err;
        this.source = source;
        this.mapping = mapping;
    }

    /** Imports; how many rows could not be, each with its line and reason in the file of errors. */
    long run(Path file, Path errors) throws IOException, SQLException {
        connection.setAutoCommit(false);
        String print = fingerprint(file);
        long done = doneBefore(print);
        Progress progress = Progress.of(file, done, err);
        try (CsvReader reader = new CsvReader(file);
                CsvWriter wrong = new CsvWriter(errors, "line", "reason")) {
            PersonColumns columns = PersonColumns.of(reader.header(), mapping);
            List<Profile> batch = new ArrayList<>();
            List<String[]> names = new ArrayList<>();
            long row = 0;
            for (Optional<List<String>> next = reader.next(); next.isPresent(); next = reader.next()) {
                row++;
                if (row <= done) {
                    continue;
                }
                take(columns, next.get(), reader.line(), batch, names, wrong);
                if (batch.size() == BATCH) {
                    write(batch, names, print, row);
                    progress.tell(row, refused + " refused / refusées");
                }
            }
            write(batch, names, print, row);
            progress.tell(row, refused + " refused / refusées");
        }
        progress.end();
        return refused;
    }

    private void take(
            PersonColumns columns,
            List<String> fields,
            long line,
            List<Profile> batch,
            List<String[]> names,
            CsvWriter wrong)
            throws IOException {
        String id = columns.id(fields).strip();
        String born = columns.text(fields, PersonColumns.Kind.BIRTH_DATE);
        Sightings.Said said = PersonFiles.said(columns, fields);
        Profile profile = Sightings.profile(
                UUID.nameUUIDFromBytes((source + "|" + id).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                said,
                columns.text(fields, PersonColumns.Kind.BIRTH_NAME),
                columns.text(fields, PersonColumns.Kind.SEX));
        if (id.isEmpty() || KnownText.facts(profile).isEmpty()) {
            refused++;
            wrong.row(String.valueOf(line), id.isEmpty() ? "no identifier / sans identifiant" : "empty / vide");
            return;
        }
        if (!born.isBlank() && said.birth().isEmpty()) {
            refused++;
            wrong.row(String.valueOf(line), "no date, left out / pas une date, laissée de côté");
        }
        batch.add(profile);
        names.add(new String[] {said.lastName().isBlank() ? said.name() : said.lastName(), said.firstName()});
    }

    private void write(List<Profile> batch, List<String[]> names, String print, long rows) throws SQLException {
        citizens(batch, names);
        List<String> ids = new ArrayList<>();
        List<KnownText.Fact> facts = new ArrayList<>();
        for (Profile profile : batch) {
            KnownText.facts(profile).stream().distinct().forEach(fact -> {
                ids.add(profile.id());
                facts.add(fact);
            });
        }
        sql.run(
                FACTS,
                source,
                ids.toArray(String[]::new),
                facts.stream().map(KnownText.Fact::kind).toArray(String[]::new),
                facts.stream().map(KnownText.Fact::value).toArray(String[]::new));
        CitizenIndex.add(sql, batch);
        sql.run(PROGRESS, source, print, rows);
        connection.commit();
        batch.clear();
        names.clear();
    }

    private void citizens(List<Profile> batch, List<String[]> names) throws SQLException {
        sql.run(
                CITIZENS,
                batch.stream().map(Profile::id).toArray(String[]::new),
                names.stream().map(name -> name[0]).toArray(String[]::new),
                names.stream().map(name -> name[1]).toArray(String[]::new),
                batch.stream().map(CitizenImport::born).toArray(),
                batch.stream().map(KnownText::of).toArray(String[]::new));
    }

    private static @Nullable Object born(Profile profile) {
        return profile.birth().map(Object::toString).orElse(null);
    }

    private long doneBefore(String print) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select rows from citizen_import where source = ? and file = ?")) {
            statement.setString(1, source);
            statement.setString(2, print);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static String fingerprint(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Files.size(file) + " " + UUID.nameUUIDFromBytes(bytes.readNBytes(1 << 16));
        }
    }
}
