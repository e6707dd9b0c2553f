package fr.aubette.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void startsFromWhatShips() throws IOException {
        for (String name : new String[] {"directorates.yaml", "motives.yaml"}) {
            Files.copy(Path.of("config", name), folder.resolve(name));
        }
    }

    @Test
    void readsWhatShips() {
        Catalogue catalogue = new ConfigurationFolder(Path.of("config")).catalogue();

        assertThat(catalogue.directorates()).containsKeys("AUTONOMIE", "CABINET", "DGS", "GUICHET_UNIQUE", "TRIAGE");
        assertThat(catalogue.motive(Matter.TRIAGE).directorate()).isEqualTo("TRIAGE");
        assertThat(catalogue.motive("ENFANT_EN_DANGER").hidden()).isTrue();
        assertThat(catalogue.motive("ALLOCATIONS").partner()).isEqualTo("CAF");
        assertThat(catalogue.directorates().get("AUTONOMIE").walled()).contains("MDPH");
    }

    @Test
    void namesAnUnknownKeyWithItsLineAndTheNearestOne() throws IOException {
        replace("directorates.yaml", "    takes: console", "    taks: console");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("directorates.yaml, line ", "directorates.TRIAGE.taks", "did you mean 'takes'?");
        int line = Files.readAllLines(folder.resolve("directorates.yaml")).indexOf("    taks: console") + 1;
        assertThat(problems().get(0)).contains("line " + line + ",");
    }

    @Test
    void namesTheNearestDirectorateOfAMotive() throws IOException {
        replace("motives.yaml", "    directorate: TRIAGE", "    directorate: TRIAJE");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("motives.A_QUALIFIER.directorate: found 'TRIAJE'", "did you mean 'TRIAGE'?");
    }

    @Test
    void namesACodeGivenTwice() throws IOException {
        Files.writeString(
                folder.resolve("directorates.yaml"),
                Files.readString(folder.resolve("directorates.yaml")) + "  SPORT:\n    label: Encore\n");

        assertThat(problems()).singleElement().asString().contains("directorates.SPORT", "each key once");
    }

    @Test
    void namesABadNumberAndAWrongTypeOfBothFilesAtOnce() throws IOException {
        replace("motives.yaml", "amount: 14", "amount: quatorze");
        replace("directorates.yaml", "restricted: true", "restricted: oui");

        assertThat(problems())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("restricted", "'oui'", "true or false"),
                        second -> assertThat(second)
                                .contains("ENGAGEMENT_COURRIER.amount", "'quatorze'", "whole number"));
    }

    @Test
    void namesAMissingFileAndABrokenOne() throws IOException {
        Files.delete(folder.resolve("directorates.yaml"));
        Files.writeString(folder.resolve("motives.yaml"), "motives:\n  A: [\n");

        assertThat(problems().get(0)).contains("directorates.yaml", "no such file");
        assertThat(String.join("\n", problems())).contains("motives.yaml, line 3", "well-formed YAML");
    }

    @Test
    void namesAWallAroundNoService() throws IOException {
        replace("directorates.yaml", "walled: [VIOLENCES]", "walled: [VIOLENCE]");

        assertThat(problems()).singleElement().asString().contains("INSERTION.walled: found 'VIOLENCE'");
    }

    @Test
    void tellsTheUserWithoutAStackTrace() throws IOException {
        replace("directorates.yaml", "    takes: console", "    taks: console");
        WrongConfiguration wrong = refused();

        assertThat(new WrongConfigurationAnalyzer()
                        .analyze(new IllegalStateException(wrong), wrong)
                        .getDescription())
                .contains("1 error(s)", "taks");
    }

    private java.util.List<String> problems() {
        return refused().lines();
    }

    private WrongConfiguration refused() {
        return catchThrowableOfType(WrongConfiguration.class, () -> new ConfigurationFolder(folder).catalogue());
    }

    private void replace(String file, String what, String by) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(what);
        Files.writeString(folder.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(what), by));
    }
}
