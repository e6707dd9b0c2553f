package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Letter;
import fr.aubette.model.Matter;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The addresses at the head of a letter, under the shipped rules. */
class LettersHeadTest {

    private static final ConfigurationFolder FOLDER = new ConfigurationFolder(Path.of("config"));
    private static final Catalogue CATALOGUE = FOLDER.catalogue();
    private static final Letter LETTER = new Letter(
            "Accueil",
            LocalDate.of(2026, 11, 2),
            List.of(new Letter.Page(1, "", 92)),
            Letter.Reading.WHOLE,
            Optional.empty());

    private static final String ADDRESSED = """
            Mme Jeanne Morel
            4 rue du Collège
            96230 Mirepont

            Monsieur le Président
            du Conseil départemental
            Hôtel du Département
            12 place de la Préfecture
            96000 Clairmont

            """;

    private static final String ASKED = """
            Madame, Monsieur,

            Mon agrément d'assistante maternelle pour trois enfants arrive à échéance. Je vous adresse ma demande de
            renouvellement et l'attestation de formation.

            Jeanne Morel
            """;

    private final Classifier classifier = new Classifier(new Rulebook(() -> FOLDER.routing(CATALOGUE), CATALOGUE));

    @Test
    void areNotWhatItIsAboutAndInformNobody() {
        Matter matter = only("Renouvellement d'agrément d'assistante maternelle", ADDRESSED + ASKED);

        assertThat(CATALOGUE.motive(matter.motive()).directorate()).isEqualTo("ENFANCE_FAMILLE");
        assertThat(matter.informed()).isEmpty();
    }

    @Test
    void tellThatAnElectedOfficialWrites() {
        String councillor = "Jeanne Morel\nConseillère départementale du canton de Mirepont\n\n";

        assertThat(only("Agrément", councillor + ADDRESSED + ASKED).informed()).contains("CABINET");
    }

    private Matter only(String subject, String text) {
        List<Matter> matters = classifier
                .classify(Contacts.identified(LETTER, subject, text))
                .classification()
                .matters();
        assertThat(matters).hasSize(1);
        return matters.get(0);
    }
}
