package fr.aubette.cli.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingCommandTest {

    private static final Pattern ALL_RIGHT = Pattern.compile("right or first guess of all +6/6");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void decidesEachLineAndTellsTheNumberOfAWrongOne() throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), """
                {"id": "a", "channel": "email", "subject": "trou", "text": "Nid-de-poule profond sur la RD 12."}
                {"id": "b", "text": "
                {"subject": "carte grise", "text": "Changer l'adresse de ma carte grise sur le site de l'ANTS"}
                []
                """);

        int code = run("evaluate", "in.jsonl", "--out", "out.jsonl");

        List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
        assertThat(code).isZero();
        assertThat(lines).hasSize(4);
        assertThat(json(lines.get(0)).path("directorate").asText()).isEqualTo("MOBILITES_VOIRIE");
        assertThat(json(lines.get(1)).path("line").asInt()).isEqualTo(2);
        assertThat(json(lines.get(1)).path("error").asText()).isNotBlank();
        assertThat(json(lines.get(2)).path("id").asText()).isEqualTo("3");
        assertThat(json(lines.get(2)).path("partner").asText()).isEqualTo("ANTS");
        assertThat(json(lines.get(3)).path("line").asInt()).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line / ligne 2", "line / ligne 4");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Catégorie choisie : Voirie. Message : ",
                "Catégorie choisie : Voirie\\n",
                "catégorie : Collège - tablette Message : ",
                "Catégorie : transport scolaire. ",
                ""
            })
    void readsWhatStandsBehindAFormsCategory(String head) throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), """
                {"channel": "web", "text": "%sMon beau-père me tape avec la ceinture, j'ai peur de rentrer."}
                """.formatted(head));

        run("evaluate", "in.jsonl", "--out", "out.jsonl");

        assertThat(json(Files.readString(folder.resolve("out.jsonl")))
                        .path("protected_kind")
                        .asText())
                .isEqualTo("child");
    }

    @Test
    void countsTheRightOnesAndDrawsTheCalibrationWhenTheLinesSayWhatIsRight() throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), """
                {"id": "a", "text": "Nid-de-poule sur la RD 12", "expected_directorate": "MOBILITES_VOIRIE", "expected_secondary": []}
                {"id": "b", "text": "Mon mari me frappe, j'ai peur", "expected_directorate": "INSERTION", "protected": true, "protected_kind": "violence"}
                """);

        run("evaluate", "in.jsonl", "--out", "out.jsonl", "--plot", "plot.svg");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("decided", "protected caught", "1/1 = 100.0 %");
        assertThat(Files.readString(folder.resolve("plot.svg"))).startsWith("<svg");
    }

    @Test
    void refusesAnUnknownOptionAndAnEmptyLesson() throws IOException {
        Files.writeString(folder.resolve("empty.jsonl"), "");

        assertThat(run("evaluate", "in.jsonl", "--fast", "yes")).isEqualTo(2);
        assertThat(run("train", "empty.jsonl")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("replay", "--since", "hier", "--out", "out.csv")).isEqualTo(2);
        assertThat(run("replay", "--since", "2026-11-22", "--out", "out.csv")).isEqualTo(2);
    }

    @Test
    void decidesAFileApartByWhatTheOtherFilesTeach() throws IOException {
        Files.writeString(folder.resolve("one.jsonl"), quidditch("a"));
        Files.writeString(folder.resolve("two.jsonl"), quidditch("b"));
        Files.writeString(folder.resolve("roads.jsonl"), """
                {"id": "r1", "text": "Nid-de-poule sur la RD 12", "expected_directorate": "MOBILITES_VOIRIE"}
                {"id": "r2", "text": "Fauchage de la RD 40", "expected_directorate": "MOBILITES_VOIRIE"}
                """);

        assertThat(run("train", "one.jsonl", "two.jsonl", "roads.jsonl", "--apart", "one.jsonl"))
                .isZero();
        String taught = out.toString(StandardCharsets.UTF_8);
        out.reset();
        run("train", "one.jsonl", "roads.jsonl", "--apart", "one.jsonl");
        String alone = out.toString(StandardCharsets.UTF_8);

        assertThat(taught).startsWith("one.jsonl").containsPattern(ALL_RIGHT);
        assertThat(taught).doesNotContain("two.jsonl", "roads.jsonl");
        assertThat(alone).doesNotContainPattern(ALL_RIGHT);
        assertThat(Files.exists(folder.resolve("routing-learned.yaml"))).isFalse();
    }

    /** A topic that no rule knows. */
    private static String quidditch(String prefix) {
        return IntStream.range(0, 6)
                .mapToObj(i -> "{\"id\": \"" + prefix + i + "\", \"text\": \"quidditch souaffle vif cognard numéro " + i
                        + "\", \"expected_directorate\": \"SPORT\"}\n")
                .collect(Collectors.joining());
    }

    @Test
    void givesWilsonsInterval() {
        Share share = new Share(80, 100);

        assertThat(share.least()).isBetween(0.710, 0.712);
        assertThat(share.most()).isBetween(0.866, 0.868);
        assertThat(Share.none().least()).isZero();
    }

    private int run(String... args) {
        return new RoutingCommand(
                        Path.of("config"),
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
