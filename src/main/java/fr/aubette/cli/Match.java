package fr.aubette.cli;

import fr.aubette.identify.match.Bands;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Decides contacts of a file, or finds the probable duplicates in one, without a server. */
final class Match {

    private static final String USAGE = """
            Usage: ./aubette match --register R.csv --contacts C.csv --out D.csv [--columns MAP] [--column KIND=HEADER]...
                   ./aubette match --pairs F.csv --id COLUMN --out P.csv [--with G.csv] [--column TYPE=HEADER]...
                   ./aubette match tune --register R.csv --contacts C.csv --truth COLUMN --out WEIGHTS.csv
                   ./aubette match tune --from answers --out WEIGHTS.csv [--register R.csv --contacts C.csv --truth COLUMN]
            Utilisation : ./aubette match --register R.csv --contacts C.csv --out D.csv [--columns CORRESPONDANCE] [--column SORTE=INTITULÉ]...
                          ./aubette match tune --register R.csv --contacts C.csv --truth COLONNE --out POIDS.csv
                          ./aubette match tune --from answers --out POIDS.csv [--register R.csv --contacts C.csv --truth COLONNE]
                          ./aubette match --pairs F.csv --id COLONNE --out P.csv [--with G.csv] [--column TYPE=INTITULÉ]...
              docs/match.md""";

    private final PrintStream err;

    Match(PrintStream err) {
        this.err = err;
    }

    /** Matches; 0 when done, 2 when nothing could be. */
    int run(String... args) {
        try {
            MatchArguments asked = MatchArguments.parse(args);
            if (asked.pairs().isPresent()) {
                new MatchPairs(err).run(asked.pairs().get(), asked.with(), asked.id(), asked.out(), asked.types());
            } else if (asked.answers()) {
                tuneByAnswers(asked);
            } else if (asked.truth().isPresent()) {
                new MatchTune(err).run(labelled(asked, asked.truth().get()), asked.out());
            } else {
                new MatchContacts(err)
                        .run(asked.register(), asked.contacts(), asked.out(), asked.mapping(), Bands.shipped());
            }
            return 0;
        } catch (WrongUsage e) {
            return wrong(e.getMessage() + "\n" + USAGE);
        } catch (InvalidPathException | IOException e) {
            return wrong(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (SQLException e) {
            return wrong("PostgreSQL " + e.getSQLState() + ": " + e.getMessage());
        }
    }

    private void tuneByAnswers(MatchArguments asked) throws IOException, SQLException {
        Optional<MatchTune.Labelled> labelled = asked.truth().map(truth -> labelled(asked, truth));
        try (Connection connection = HubEnvironment.read().connect()) {
            new MatchTune(err).run(GivenAnswers.of(connection), labelled, asked.out());
        }
    }

    private static MatchTune.Labelled labelled(MatchArguments asked, String truth) {
        return new MatchTune.Labelled(asked.register(), asked.contacts(), truth, asked.mapping());
    }

    private int wrong(String message) {
        err.println("aubette match: " + message);
        err.flush();
        return 2;
    }
}
