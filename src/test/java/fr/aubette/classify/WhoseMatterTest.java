package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matters whose words are those of one institution and which are another's; and words of danger that tell of none. */
class WhoseMatterTest {

    private static final Catalogue CATALOGUE;
    private static final Classifier CLASSIFIER;

    static {
        ConfigurationFolder folder = new ConfigurationFolder(Path.of("config"));
        CATALOGUE = folder.catalogue();
        Routing routing = folder.routing(CATALOGUE);
        CLASSIFIER = new Classifier(new Rulebook(() -> routing, CATALOGUE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Un nid-de-poule sur la RN 157, juste après l'échangeur avec la RD 40, j'ai failli y laisser un pneu. | DIR",
                "Trou profond RN 146 avant le pont, deux jantes cassées, c'est vous les routes ? | DIR",
                "Salarié agricole, mon arrêt de travail est de janvier et mes indemnités journalières ne sont pas payées. | MSA",
                "Ancien agriculteur, je demande mon relevé de carrière et ma pension de retraite. | MSA",
                "Je demande la copie intégrale de mon acte de naissance pour mon dossier de mariage. | MAIRIE",
                "La facture de cantine de l'école primaire a été comptée deux fois pour mon fils en CE1. | MAIRIE",
            })
    void isPassedOnToWhoAnswersForIt(String text, String partner) {
        Matter matter = first(text);

        assertThat(CATALOGUE.motive(matter.motive()).partner()).isEqualTo(partner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le lampadaire de la rue est éteint, les enfants attendent le car dans le noir complet.",
                "Appel très haché, une personne âgée cherche le bureau pour son fils, rappellera.",
            })
    void raisesNoAlarm(String text) {
        assertThat(first(text).protectedLane()).isFalse();
    }

    @Test
    void hearsAChildLeftInTheDark() {
        assertThat(first("Le petit du voisin est laissé seul dans le noir à la cave, il pleure et il tape à la porte.")
                        .protectedLane())
                .isTrue();
    }

    private static Matter first(String text) {
        Mail mail = new Mail(Optional.empty(), List.of(), List.of(), List.of(), Mail.Nature.REQUEST, Optional.empty());
        return CLASSIFIER
                .classify(Contacts.identified(mail, "", text))
                .classification()
                .matters()
                .get(0);
    }
}
