package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.settings.ConfigurationFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of a matter is enough for the shipped rules, however little is said about it. */
class CompetencesTest {

    private static final Mail MAIL =
            new Mail(Optional.empty(), List.of(), List.of(), List.of(), Mail.Nature.REQUEST, Optional.empty());
    private static final Catalogue CATALOGUE;
    private static final Classifier CLASSIFIER;

    static {
        ConfigurationFolder folder = new ConfigurationFolder(Path.of("config"));
        CATALOGUE = folder.catalogue();
        Routing routing = folder.routing(CATALOGUE);
        CLASSIFIER = new Classifier(new Rulebook(() -> routing, CATALOGUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour, voici ce qui me préoccupe en ce moment : %s. Vers quel bureau me tourner, et avec quoi ? Merci beaucoup pour votre patience.",
                "Bonjour, je vous écris au sujet de ce problème : %s. Que dois-je faire ? Merci.",
            })
    void isKnownByItsName(String manner) throws IOException {
        List<String> wrong = new ArrayList<>();
        int unsure = 0;
        List<String> known = Files.readAllLines(Path.of("src/test/resources/classify/competences.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        for (String line : known) {
            String[] asked = line.split("\\|");
            String given = given(manner.formatted(asked[1]));
            unsure += given.equals(Matter.TRIAGE) ? 1 : 0;
            if (!given.equals(Matter.TRIAGE) && !given.equals(asked[0])) {
                wrong.add(line + " -> " + given);
            }
        }

        assertThat(wrong).hasSizeLessThanOrEqualTo(known.size() / 25);
        assertThat(unsure).isLessThanOrEqualTo(known.size() * 3 / 10);
    }

    /** The partner, else the directorate after @. */
    private static String given(String text) {
        Matter matter = CLASSIFIER
                .classify(Contacts.identified(MAIL, "", text))
                .classification()
                .matters()
                .get(0);
        if (matter.motive().equals(Matter.TRIAGE)) {
            return Matter.TRIAGE;
        }
        String partner = CATALOGUE.motive(matter.motive()).partner();
        return partner.isEmpty() ? "@" + CATALOGUE.motive(matter.motive()).directorate() : partner;
    }
}
