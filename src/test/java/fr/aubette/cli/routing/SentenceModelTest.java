package fr.aubette.cli.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.classify.SentenceTerm;
import fr.aubette.classify.embedding.TinyModel;
import fr.aubette.settings.ConfigurationFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does who adds a sentence model: puts a folder there, names it, learns, looks. */
class SentenceModelTest {

    private static final List<String> SPORTS =
            List.of("quidditch", "souafle", "cognar", "atrapeur", "batteurd", "gardienor", "poursuiveux", "balaivif");
    private static final List<String> ROADS =
            List.of("bitumette", "goudronix", "gravillou", "ornierasse", "bordurin", "caniveu", "fossetin", "talusot");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void lessonsInWordsOfTheirOwn() throws IOException {
        config = Files.createDirectory(folder.resolve("config"));
        for (String name : List.of("directorates.yaml", "motives.yaml", "routing.yaml", "partners.yaml")) {
            Files.copy(Path.of("config", name), config.resolve(name));
        }
        Map<String, float[]> near = new HashMap<>();
        StringBuilder lessons = new StringBuilder();
        for (int i = 0; i < SPORTS.size(); i++) {
            near.put(SPORTS.get(i), new float[] {1, 0});
            near.put(ROADS.get(i), new float[] {0, 1});
            lessons.append(lesson(SPORTS.get(i), "SPORT").repeat(3))
                    .append(lesson(ROADS.get(i), "MOBILITES_VOIRIE").repeat(3));
        }
        near.put("vifdor", new float[] {1, 0.1f});
        TinyModel.write(config.resolve("embedding"), near);
        Files.writeString(folder.resolve("lessons.jsonl"), lessons.toString());
        Files.writeString(folder.resolve("in.jsonl"), """
                {"id": "never-heard", "text": "vifdor", "expected_directorate": "SPORT"}
                {"id": "danger", "text": "Mon mari me frappe, j'ai peur. vifdor", "expected_directorate": "INSERTION", "protected": true, "protected_kind": "violence"}
                {"id": "road", "text": "Nid-de-poule profond sur la RD 12.", "expected_directorate": "MOBILITES_VOIRIE"}
                """);
    }

    @AfterEach
    void takeOutTheJars() throws IOException {
        for (String each : List.of("embedding", "taken-out")) {
            if (Files.exists(config.resolve(each))) {
                TinyModel.removeJars(config.resolve(each));
            }
        }
    }

    @Test
    void decidesAWordThatNoLessonHeldByItsNeighboursAndAbstainsWithout() throws IOException {
        String words = train();
        List<String> without = decisions();
        assertThat(json(without.get(0)).path("abstained").asBoolean()).isTrue();

        name();
        assertThat(train()).as("what words teach").isEqualTo(words);
        List<String> with = decisions();

        JsonNode heard = json(with.get(0));
        assertThat(heard.path("directorate").asText()).isEqualTo("SPORT");
        assertThat(heard.path("abstained").asBoolean()).isFalse();
        assertThat(heard.path("evidence").toString()).containsPattern("embedding: \\+\\d");
        assertThat(with.get(1)).as("the protected lane").isEqualTo(without.get(1));
        assertThat(with.get(2)).isNotEqualTo(without.get(2));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("the same without the sentence model");

        Files.move(config.resolve("embedding"), config.resolve("taken-out"));
        assertThat(decisions()).as("without the folder").isEqualTo(without);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("model.onnx is not there");
        assertThat(run("train", "lessons.jsonl")).isEqualTo(2);
    }

    @Test
    void tellsApartWhatTheModelAdds() throws IOException {
        name();
        Files.writeString(folder.resolve("apart.jsonl"), lesson("vifdor", "SPORT"));

        assertThat(run("train", "lessons.jsonl", "apart.jsonl", "--apart", "apart.jsonl"))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("(?s)decided +1/1.*the same without the sentence model.*decided +0/1");
    }

    @Test
    void isNotBelievedWithWhatWasLearnedWithAnotherModel() throws IOException {
        train();
        List<String> without = decisions();
        name();
        train();
        Files.writeString(config.resolve("embedding/tokenizer.json"), "\n", StandardOpenOption.APPEND);

        assertThat(decisions()).isEqualTo(without);
        assertThat(term().hindrance().orElseThrow().english()).contains("was learned with another model");
        assertThat(term().hindrance().orElseThrow().adviceInEnglish()).contains("routing train");
    }

    @Test
    void hindersNothingByALearnedFileThatIsBroken() throws IOException {
        train();
        List<String> without = decisions();
        name();
        for (String broken : List.of("", "model: [", "model: x\nsize: 2\n", "size: beaucoup\n")) {
            Files.writeString(config.resolve("routing-embedding.yaml"), broken);

            assertThat(decisions()).isEqualTo(without);
            assertThat(term().speaks()).isFalse();
            assertThat(term().hindrance()).isPresent();
        }
    }

    private SentenceTerm term() {
        ConfigurationFolder files = new ConfigurationFolder(config);
        return files.routing(files.catalogue()).sentences();
    }

    /**
     * Learns, and says what was learned of words. These few lessons tell of no danger: decisions are made by the words
     * that ship.
     */
    private String train() throws IOException {
        Path learned = config.resolve("routing-learned.yaml");
        assertThat(run("train", "lessons.jsonl")).isZero();
        String words = Files.readString(learned);
        Files.copy(Path.of("config", "routing-learned.yaml"), learned, StandardCopyOption.REPLACE_EXISTING);
        return words;
    }

    private void name() throws IOException {
        Files.writeString(
                config.resolve("routing.yaml"), "\nsentence-model: {folder: embedding}\n", StandardOpenOption.APPEND);
    }

    private static String lesson(String word, String directorate) {
        return "{\"id\": \"%s\", \"text\": \"%s\", \"expected_directorate\": \"%s\"}\n"
                .formatted(word, word, directorate);
    }

    private List<String> decisions() throws IOException {
        assertThat(run("evaluate", "in.jsonl", "--out", "out.jsonl"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return Files.readAllLines(folder.resolve("out.jsonl"));
    }

    private int run(String... args) {
        return new RoutingCommand(
                        config,
                        folder,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        () -> {
                            throw new SQLException("none", "08001");
                        })
                .run(args);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
