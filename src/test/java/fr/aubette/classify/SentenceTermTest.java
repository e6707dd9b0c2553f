package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Counter;
import fr.aubette.model.Evidence;
import fr.aubette.model.Matter;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SentenceTermTest {

    private static final ConfigurationFolder FOLDER = new ConfigurationFolder(Path.of("config"));
    private static final Catalogue CATALOGUE = FOLDER.catalogue();
    private static final Routing SHIPPED = FOLDER.routing(CATALOGUE);
    private static final String ROAD = "Nid-de-poule profond sur la RD 12.";

    @Test
    void leavesADecisionToTheWordsWhenTheModelIsSilentAndSaysSo() {
        Matter byWords = matter(SHIPPED, ROAD);
        Matter silent = matter(with(text -> Optional.empty()), ROAD);

        assertThat(silent.motive()).isEqualTo(byWords.motive());
        assertThat(silent.certainty()).isEqualTo(byWords.certainty());
        assertThat(silent.evidence())
                .filteredOn(each -> !each.rule().equals("embedding-missing"))
                .isEqualTo(byWords.evidence());
        assertThat(silent.evidence()).extracting(Evidence::rule).contains("embedding-missing");
    }

    @Test
    void namesWhatItAddsAndUsesTheConfidenceThatWasLearnedWithIt() {
        Matter heard = matter(with(text -> Optional.of(new float[] {1})), ROAD);

        assertThat(heard.evidence()).contains(new Evidence("embedding", "+1.8"));
        assertThat(heard.certainty()).isGreaterThan(0.999);
    }

    @Test
    void isNotAskedOfADanger() {
        String danger = "Mon mari me frappe devant les enfants, j'ai peur, aidez-moi.";
        Routing asked = with(text -> {
            throw new AssertionError("asked");
        });

        assertThat(matters(asked, danger)).isEqualTo(matters(SHIPPED, danger));
        assertThat(matter(asked, danger).protectedLane()).isTrue();
    }

    private static Routing with(Function<String, Optional<float[]>> says) {
        Sentences model = new Sentences() {
            @Override
            public String sha256() {
                return "0";
            }

            @Override
            public int size() {
                return 1;
            }

            @Override
            public Optional<float[]> numbers(String text) {
                return says.apply(text);
            }
        };
        SentenceWeights weights = new SentenceWeights(
                "0",
                1,
                Map.of("ROUTES", new float[] {1.8f}),
                new Routing.Calibration(1, 20, 0),
                SHIPPED.seconds().ordinary());
        return SHIPPED.with(new SentenceTerm(Optional.of(model), Optional.of(weights), Optional.empty()));
    }

    private static Matter matter(Routing routing, String text) {
        return matters(routing, text).get(0);
    }

    private static List<Matter> matters(Routing routing, String text) {
        return Classifier.of(() -> routing, CATALOGUE)
                .classify(Contacts.identified(new Counter("", "", Counter.Entry.VISIT), "", text))
                .classification()
                .matters();
    }
}
