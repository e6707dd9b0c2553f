package fr.aubette.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aubette.answer.Template;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that say what answers begin with, and who signs them. */
class AnswerFilesTest {

    private static final Catalogue CATALOGUE = new ConfigurationFolder(Path.of("config")).catalogue();

    @TempDir
    Path folder;

    @BeforeEach
    void startsFromWhatShips() throws IOException {
        Files.createDirectory(folder.resolve("templates"));
        Files.copy(Path.of("config/signatures.yaml"), folder.resolve("signatures.yaml"));
        for (String name : List.of("accuse-circuit-protege.yaml", "travaux-programmes.yaml", "reponse-attente.yaml")) {
            Files.copy(
                    Path.of("config/templates", name),
                    folder.resolve("templates").resolve(name));
        }
    }

    @Test
    void readsWhatShips() {
        ConfigurationFolder shipped = new ConfigurationFolder(Path.of("config"));

        assertThat(shipped.templates(CATALOGUE).values())
                .extracting(Template::use)
                .contains(Template.Use.RECEIPT, Template.Use.PROTECTED_RECEIPT, Template.Use.HOLDING);
        assertThat(shipped.delegations(CATALOGUE).posts()).containsKey("DIRECTION_AUTONOMIE");
    }

    @Test
    void namesAPlaceThatNobodyCanFill() throws IOException {
        replace("templates/travaux-programmes.yaml", "{{day}}", "{{dai}}");

        assertThat(problems()).singleElement().asString().contains("line 8, text", "{{dai}}", "did you mean 'day'?");
    }

    @Test
    void letsAProtectedReceiptNameNothingOfItsMatter() throws IOException {
        replace("templates/accuse-circuit-protege.yaml", "{{received}}", "{{subject}}");

        assertThat(problems()).singleElement().asString().contains("{{subject}}", "number, received, today");
    }

    @Test
    void asksAnAcknowledgementForAllThatTheLawAsksFor() throws IOException {
        Files.copy(
                Path.of("config/templates/accuse-reception.yaml"),
                folder.resolve("templates").resolve("accuse-reception.yaml"));
        assertThat(new ConfigurationFolder(folder).templates(CATALOGUE)).containsKey("accuse-reception");
        replace("templates/accuse-reception.yaml", "{{appeal}}", "");
        replace("templates/accuse-reception.yaml", "{{directorate-phone}}", "");

        assertThat(problems())
                .hasSize(2)
                .anyMatch(each -> each.contains("no {{appeal}}"))
                .anyMatch(each -> each.contains("no {{directorate-phone}}"));
    }

    @Test
    void asksAHoldingAnswerForItsDate() throws IOException {
        replace("templates/reponse-attente.yaml", "type: date", "type: text");

        assertThat(problems()).singleElement().asString().contains("'until'");
    }

    @Test
    void namesAWrongTypeAndADayThatIsNone() throws IOException {
        replace("templates/travaux-programmes.yaml", "type: date", "type: dat");
        replace("signatures.yaml", "from: 2026-12-21", "from: 2026-12-32");

        assertThat(problems()).singleElement().asString().contains("did you mean 'date'?");
        assertThat(signatureProblems()).singleElement().asString().contains("'2026-12-32'", "a day, as in");
    }

    @Test
    void namesAMotiveThatNobodySignsAndAPostThatDoesNotExist() throws IOException {
        replace("signatures.yaml", "signs: {motives: [INTERVENTION_ELU]}", "signs: {motives: [APA]}");
        replace("signatures.yaml", "  RESPONSABLE_AIDES_INDIVIDUELLES:", "  RESPONSABLE_AIDES:");

        assertThat(signatureProblems())
                .hasSize(2)
                .anyMatch(each -> each.contains("nobody who signs INTERVENTION_ELU"))
                .anyMatch(each -> each.contains("'RESPONSABLE_AIDES_INDIVIDUELLES'"));
    }

    private List<String> problems() {
        return catchThrowableOfType(
                        WrongConfiguration.class, () -> new ConfigurationFolder(folder).templates(CATALOGUE))
                .lines();
    }

    private List<String> signatureProblems() {
        return catchThrowableOfType(
                        WrongConfiguration.class, () -> new ConfigurationFolder(folder).delegations(CATALOGUE))
                .lines();
    }

    private void replace(String name, String found, String by) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(found);
        Files.writeString(file, text.replace(found, by));
    }
}
