package fr.aubette.cli.routing;

import fr.aubette.classify.Classifier;
import fr.aubette.classify.Routing;
import fr.aubette.cli.csv.CsvWriter;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Decides past contacts again by another table and says what would have changed; the database is only read. */
final class Replay {

    private static final int FETCH = 500;
    private static final int PROGRESS = 1_000;
    private static final String[] HEADER = {
        "contact",
        "channel",
        "day",
        "protected",
        "from_motives",
        "to_motives",
        "from_directorate",
        "to_directorate",
        "now"
    };

    private final Catalogue catalogue;
    private final Routing routing;
    private final PrintStream err;

    Replay(Catalogue catalogue, Routing routing, PrintStream err) {
        this.catalogue = catalogue;
        this.routing = routing;
        this.err = err;
    }

    /** Where the changed ones are written. */
    private record Changed(CsvWriter first, CsvWriter rest) {}

    /**
     * Decides them all.
     *
     * @param since first day, in Paris
     * @param changed file of those that would be decided otherwise, by their identities, protected ones first
     */
    ReplayReport run(Connection connection, String since, Path changed) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        ReplayReport report = new ReplayReport();
        Path rest = changed.resolveSibling(changed.getFileName() + ".rest");
        try (CsvWriter first = new CsvWriter(changed, HEADER);
                CsvWriter second = new CsvWriter(rest, HEADER)) {
            decide(connection, since, report, new Changed(first, second));
        }
        append(rest, changed);
        return report;
    }

    private void decide(Connection connection, String since, ReplayReport report, Changed files)
            throws SQLException, IOException {
        Classifier classifier = Classifier.of(() -> routing, catalogue);
        try (PreparedStatement statement = connection.prepareStatement(PastContact.SELECT)) {
            statement.setFetchSize(FETCH);
            statement.setString(1, since);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Optional<PastContact> past = PastContact.of(row);
                    if (past.isEmpty()) {
                        report.unread();
                    } else {
                        compare(past.get(), classifier, report, files);
                    }
                    if (report.read() % PROGRESS == 0) {
                        err.println("aubette routing: " + report.read() + " contacts");
                        err.flush();
                    }
                }
            }
        }
    }

    private void compare(PastContact past, Classifier classifier, ReplayReport report, Changed files)
            throws IOException {
        List<Matter> matters =
                classifier.classify(past.identified()).classification().matters();
        List<String> motives = matters.stream().map(Matter::motive).toList();
        boolean restricted = matters.stream().anyMatch(Matter::protectedLane);
        String from = directorate(past.motives());
        String to = directorate(motives);
        ReplayReport.Lane lane = ReplayReport.Lane.of(past.protectedLane(), restricted);
        boolean same = motives.equals(past.motives()) && lane == ReplayReport.Lane.SAME;
        report.add(past, from, to, motives, lane);
        if (!same) {
            (lane == ReplayReport.Lane.SAME ? files.rest() : files.first())
                    .row(
                            past.id().toString(),
                            past.channel(),
                            past.day(),
                            lane.word(),
                            String.join(" ", past.motives()),
                            String.join(" ", motives),
                            from,
                            to,
                            String.join(" ", past.now()));
        }
    }

    /** Of the first matter; a motive that the table no longer has stands for itself. */
    private String directorate(List<String> motives) {
        return motives.stream()
                .findFirst()
                .map(code -> Optional.ofNullable(catalogue.motives().get(code))
                        .map(Motive::directorate)
                        .orElse(code))
                .orElse(Message.NOBODY);
    }

    private static void append(Path rest, Path changed) throws IOException {
        try (var lines = Files.lines(rest)) {
            Files.write(changed, (Iterable<String>) lines.skip(1)::iterator, StandardOpenOption.APPEND);
        }
        Files.delete(rest);
    }
}
