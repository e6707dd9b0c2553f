package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.town.Score;
import fr.aubette.town.TownFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts of an invented département, none of whose people the weights were learnt from. */
class MatchTownTest {

    @TempDir
    Path folder;

    @Test
    void decidesAsWellAsPromised() throws IOException {
        TownFiles.write(folder, 2_500, 4_000, 2026);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path register = folder.resolve("register.csv");
        Path contacts = folder.resolve("contacts.csv");
        Path decisions = folder.resolve("decisions.csv");

        int code = new Match(nowhere)
                .run(
                        "--register", register.toString(),
                        "--contacts", contacts.toString(),
                        "--out", decisions.toString());
        Score score = TownFiles.score(register, contacts, decisions);

        assertThat(code).isZero();
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.985);
        assertThat(score.surePrecision()).as("%s", score).isGreaterThanOrEqualTo(0.999);
        assertThat(score.sureRecall()).as("%s", score).isGreaterThanOrEqualTo(0.95);
        assertThat(score.duplicates()).as("%s", score).isLessThanOrEqualTo(0.01);
        assertThat(score.toAPerson()).as("%s", score).isLessThanOrEqualTo(0.22);
    }
}
