package fr.aubette.classify.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aubette.classify.SentenceTerm.Hindrance;
import fr.aubette.classify.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceModelsTest {

    private static final int TOKENS = 4;

    @TempDir
    Path folder;

    @BeforeEach
    void aTinyModel() throws IOException {
        TinyModel.write(folder, Map.of("route", new float[] {3, 4, 0}, "sport", new float[] {0, 0, 2}));
    }

    @AfterEach
    void takeOutTheJars() throws IOException {
        TinyModel.removeJars(folder);
    }

    @Test
    void turnATextIntoNumbersOfLengthOne() throws Exception {
        Sentences model = model();

        assertThat(model.size()).isEqualTo(3);
        assertThat(model.sha256()).matches("[0-9a-f]{64}");
        assertThat(model.patient().numbers("Route")).hasValue(new float[] {0.6f, 0.8f, 0});
        assertThat(model.patient().numbers("")).hasValue(new float[] {0, 0, 0});
    }

    @Test
    void cutATextThatIsTooLong() throws Exception {
        Sentences model = model().patient();

        assertThat(model.numbers("sport ".repeat(TOKENS) + "route ".repeat(100_000)))
                .hasValue(new float[] {0, 0, 1});
    }

    @Test
    void areLoadedOnceAndAgainWhenAFileChanges() throws Exception {
        Sentences model = model();
        assertThat(model()).isSameAs(model);

        Files.delete(folder.resolve("model.onnx"));
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar :
                    jars.filter(each -> each.toString().endsWith(".jar")).toList()) {
                Files.delete(jar);
            }
        }
        TinyModel.write(folder, Map.of("route", new float[] {1, 0}));

        assertThat(model().size()).isEqualTo(2);
        assertThat(model().sha256()).isNotEqualTo(model.sha256());
    }

    @Test
    void sayWhichFileIsMissing() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));

        assertThat(hindrance().english()).contains("tokenizer.json is not there");
        assertThat(hindrance().adviceInFrench()).contains("sentence-model de routing.yaml");
    }

    @Test
    void sayThatAJarIsMissingThoughTheTestsHaveIt() throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            Files.delete(jars.filter(each -> each.toString().contains("onnxruntime"))
                    .findFirst()
                    .orElseThrow());
        }

        assertThat(hindrance().english()).contains("a jar of the runtime is missing");
    }

    @Test
    void sayThatAModelIsBroken() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "version https://git-lfs.example.org");

        assertThat(hindrance().english()).contains("cannot be used");
    }

    @Test
    void sayThatATokenizerIsBroken() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), "{}");

        assertThat(hindrance().english()).contains("cannot be used");
    }

    private Sentences model() throws SentenceModels.Unusable {
        return SentenceModels.in(folder, TOKENS, Duration.ofSeconds(10));
    }

    private Hindrance hindrance() {
        return catchThrowableOfType(SentenceModels.Unusable.class, this::model).hindrance();
    }
}
