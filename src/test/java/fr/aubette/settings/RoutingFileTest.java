package fr.aubette.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aubette.classify.Routing;
import fr.aubette.classify.SentenceTerm;
import fr.aubette.hub.MovingClock;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingFileTest {

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-11-02T08:00:00Z");
    private Catalogue catalogue;

    @BeforeEach
    void startsFromWhatShips() throws IOException {
        for (String name : List.of("directorates.yaml", "motives.yaml", "routing.yaml", "routing-learned.yaml")) {
            Files.copy(Path.of("config", name), folder.resolve(name));
        }
        catalogue = new ConfigurationFolder(folder).catalogue();
    }

    @Test
    void namesARuleOfAnUnknownMotiveWithTheNearest() throws IOException {
        replace("  TELEASSISTANCE:", "  TELEASISTANCE:");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("routing.yaml, line", "'TELEASISTANCE'", "did you mean 'TELEASSISTANCE'?");
    }

    @Test
    void namesAQueueOfAnUnknownMotiveAnUnknownGroupAndAnEndlessPattern() throws IOException {
        replace("  routes: ROUTES", "  routes: ROUTE");
        replace("groups: [enfant, blessure]", "groups: [enfants, blessure]");
        replace("\\bbleus\\b", "\\bbleu.*\\b");

        assertThat(problems())
                .hasSize(3)
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each).contains("queues.routes", "did you mean 'ROUTES'?"),
                        each -> assertThat(each).contains("'enfants'", "did you mean 'enfant'?"),
                        each -> assertThat(each).contains("patterns.#bleus", "must have a bound"));
    }

    @Test
    void namesAThresholdOutOfItsBounds() throws IOException {
        replace("sure: 0.67", "sure: 60");

        assertThat(problems()).singleElement().asString().contains("sure: found '60'", "from 0.0 to 1.0");
    }

    @Test
    void readsGoodRulesAgainWithoutARestart() throws IOException {
        LiveRouting live = live();
        replace("sure: 0.67", "sure: 0.75");
        clock.advance(Duration.ofSeconds(3));

        assertThat(live.current().sure()).isEqualTo(0.75);
        assertThat(live.refused()).isEmpty();
    }

    @Test
    void keepsTheOldRulesWhenTheFileIsWrongAndSaysSoUntilItIsRight() throws IOException {
        LiveRouting live = live();
        Routing before = live.current();
        replace("sure: 0.67", "sure: beaucoup");
        clock.advance(Duration.ofSeconds(3));

        assertThat(live.current()).isSameAs(before);
        assertThat(live.refused()).hasValueSatisfying(why -> assertThat(why).contains("'beaucoup'"));

        replace("sure: beaucoup", "sure: 0.67");
        clock.advance(Duration.ofSeconds(3));
        assertThat(live.current().sure()).isEqualTo(0.67);
        assertThat(live.refused()).isEmpty();
    }

    @Test
    void hasItsRulesInForceWithoutASentenceModelThatIsNotThere() throws IOException {
        Routing before = live().current();
        replace("sure: 0.67", "sentence-model: {folder: nowhere}\nsure: 0.67");
        LiveRouting live = live();

        assertThat(live.refused()).isEmpty();
        assertThat(live.current().sentences().hindrance().orElseThrow().english())
                .contains("nowhere", "model.onnx is not there");
        assertThat(live.current().with(SentenceTerm.none())).isEqualTo(before);
    }

    @Test
    void namesAWrongKeyOfASentenceModel() throws IOException {
        replace("sure: 0.67", "sentence-model: {folder: nowhere, tokens: 0, patience: 3}\nsure: 0.67");

        assertThat(problems())
                .hasSize(2)
                .anySatisfy(each -> assertThat(each).contains("sentence-model.tokens: found '0'"))
                .anySatisfy(each -> assertThat(each).contains("did you mean 'patience-ms'?"));
    }

    private LiveRouting live() {
        return new LiveRouting(new ConfigurationFolder(folder), catalogue, clock);
    }

    private List<String> problems() {
        return catchThrowableOfType(WrongConfiguration.class, () -> new ConfigurationFolder(folder).routing(catalogue))
                .lines();
    }

    private void replace(String what, String by) throws IOException {
        Path file = folder.resolve("routing.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(what);
        int at = text.indexOf(what);
        Files.writeString(file, text.substring(0, at) + by + text.substring(at + what.length()));
    }
}
