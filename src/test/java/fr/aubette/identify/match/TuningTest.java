package fr.aubette.identify.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {

    @TempDir
    Path folder;

    private static Tuning of(int contacts, Sign sign) {
        Tuning tuning = new Tuning();
        for (int i = 0; i < contacts; i++) {
            tuning.saw(List.of(new Clue(sign, 1)));
        }
        return tuning;
    }

    @Test
    void leavesWhatShipsWhereNothingWasSeen() {
        new Tuning().shares().forEach((sign, share) -> assertThat(share).isCloseTo(sign.share(), within(1e-9)));
    }

    @Test
    void neverLearnsThatFirstNamesDoNotMatter() {
        double learnt = of(100_000, Sign.FIRST_OTHER).shares().get(Sign.FIRST_OTHER);

        assertThat(learnt).isLessThan(Sign.FIRST_OTHER.share() * 4.01);
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        Path file = folder.resolve("weights.csv");
        Tuning tuning = of(500, Sign.PHONE_UNKNOWN);

        WeightsFile.write(file, tuning);

        assertThat(WeightsFile.read(file).share(Sign.PHONE_UNKNOWN))
                .isCloseTo(tuning.shares().get(Sign.PHONE_UNKNOWN), within(1e-5))
                .isGreaterThan(Sign.PHONE_UNKNOWN.share());
    }

    @Test
    void isRefusedWithItsLineWhenItMakesNoSense() throws IOException {
        Path file = folder.resolve("weights.csv");
        Files.writeString(file, "# all\nphone_own;0.7\n");
        assertThatThrownBy(() -> WeightsFile.read(file)).hasMessageContaining("line 2");

        Files.writeString(file, "phone_own,0.9\n");
        assertThatThrownBy(() -> WeightsFile.read(file)).hasMessageContaining("add up to");

        Files.writeString(file, "first_other,0.5\n");
        assertThatThrownBy(() -> WeightsFile.read(file)).hasMessageContaining("may not be");
    }

    @Test
    void isAsItShipsWithoutAFile() {
        assertThat(WeightsFile.read(folder.resolve("none.csv")).share(Sign.MAIL_OWN))
                .isEqualTo(Sign.MAIL_OWN.share());
    }
}
