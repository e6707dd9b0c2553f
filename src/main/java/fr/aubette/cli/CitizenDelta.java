package fr.aubette.cli;

import fr.aubette.cli.DeltaRow.Told;
import fr.aubette.cli.csv.CsvWriter;
import fr.aubette.model.Refused;
import fr.aubette.settings.CsvReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings in what a directorate's software tells of persons: only what changed since the file before is written, some
 * hundred rows in each transaction, with what stood before it.
 */
final class CitizenDelta {

    private static final int AT_ONCE = 500;

    private final Connection connection;
    private final BulkSql sql;
    private final PrintStream err;
    private final String source;
    private final DeltaSettings settings;

    /** Persons of whom something may be told; so the first row of each in a file is the one that counts. */
    private final Set<UUID> told = new HashSet<>();

    private final Set<UUID> withheld = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> spared = new HashSet<>();
    private long refused;
    private long left;

    CitizenDelta(Connection connection, PrintStream err, String source, DeltaSettings settings) {
        this.connection = connection;
        this.sql = new BulkSql(connection);
        this.err = err;
        this.source = source;
        this.settings = settings;
    }

    /** Rows of one transaction. */
    private static final class Chunk {
        private final Map<UUID, Told> persons = new LinkedHashMap<>();
        private final Map<String, DeltaFiles.Whose> files = new LinkedHashMap<>();
        private int rows;
    }

    /** Brings the file in; whether all of it could be. */
    boolean run(Path file, Path errors) throws IOException, SQLException {
        connection.setAutoCommit(false);
        DeltaReader reader = new DeltaReader(source, settings, file);
        reader.leftOut().forEach(header -> err.printf("aubette citizens: %s left out / laissée de côté%n", header));
        DeltaBatch batch = DeltaBatch.of(sql, source, file);
        connection.commit();
        Progress progress = Progress.of(file, batch.done(), err);
        try (CsvReader rows = new CsvReader(file);
                CsvWriter wrong = new CsvWriter(errors, "line", "reason")) {
            read(rows, wrong, reader, batch, progress);
        }
        boolean ended = finish(batch);
        progress.end();
        tell(batch, ended);
        // the next file may follow at once: the server lets go of a closed connection's locks only when it comes to it
        sql.query("select pg_advisory_unlock_all()", row -> 1);
        return refused == 0 && ended;
    }

    private void read(CsvReader rows, CsvWriter wrong, DeltaReader reader, DeltaBatch batch, Progress progress)
            throws IOException, SQLException {
        Recognition recognition = new Recognition(sql, source, batch.id());
        Chunk chunk = new Chunk();
        long row = 0;
        for (Optional<List<String>> next = rows.next(); next.isPresent(); next = rows.next()) {
            row++;
            try {
                take(reader.read(next.get()), row > batch.done(), chunk);
            } catch (Refused e) {
                refused++;
                reader.number(next.get()).ifPresent(spared::add);
                wrong.row(String.valueOf(rows.line()), String.valueOf(e.getMessage()));
            }
            if (++chunk.rows == AT_ONCE) {
                write(chunk, recognition, batch, row);
                progress.tell(row, said());
                chunk = new Chunk();
            }
        }
        write(chunk, recognition, batch, row);
        progress.tell(row, said());
    }

    /** A row that is in already only says what the file holds. */
    private void take(DeltaRow row, boolean counts, Chunk chunk) {
        if (row.withheld()) {
            left++;
            withheld.add(row.person());
            return;
        }
        boolean first = told.add(row.person());
        row.file().ifPresent(file -> {
            if (seen.add(file.seen(row.person())) && counts) {
                chunk.files.put(file.seen(row.person()), new DeltaFiles.Whose(row.person(), file));
            }
        });
        if (first && counts) {
            chunk.persons.put(row.person(), row.told());
        }
    }

    private void write(Chunk chunk, Recognition recognition, DeltaBatch batch, long row) throws SQLException {
        if (row > batch.done()) {
            Map<UUID, UUID> known = settings.recognise() ? recognition.known(chunk.persons) : Map.of();
            List<UUID> fresh = new DeltaPersons(sql, source, batch.id()).write(chunk.persons);
            recognition.merge(fresh, known);
            files(batch).write(List.copyOf(chunk.files.values()));
            batch.done(sql, row);
            connection.commit();
        }
    }

    /** What became protected is taken out, what is told no more has ended. */
    private boolean finish(DeltaBatch batch) throws SQLException {
        withheld.removeAll(told);
        Map<UUID, Told> gone = new LinkedHashMap<>();
        withheld.forEach(person -> gone.put(person, DeltaReader.nothing(person)));
        new DeltaPersons(sql, source, batch.id()).write(gone);
        boolean ended = !settings.whole() || files(batch).end(seen, spared, settings.mostEnded());
        batch.finished(sql);
        connection.commit();
        return ended;
    }

    private DeltaFiles files(DeltaBatch batch) {
        return new DeltaFiles(sql, source, settings.directorate(), batch.id());
    }

    private String said() {
        return refused + " refused / refusées, " + left + " protected / protégées";
    }

    private void tell(DeltaBatch batch, boolean ended) throws SQLException {
        err.printf(
                "aubette citizens: batch / lot %d: %d persons / personnes, %d case files / dossiers, %s%n",
                batch.id(), batch.changes(sql, "citizen"), batch.changes(sql, "case_file"), said());
        if (!ended) {
            err.println("aubette citizens: so many case files are missing that none was ended: is the file whole? / "
                    + "il manque tant de dossiers qu'aucun n'a été clos : le fichier est-il complet ?");
        }
        err.flush();
        connection.commit();
    }
}
