package fr.aubette.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every file of routes/ owes its reader, whatever it does. */
class RouteFilesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonSchema CAMEL_YAML = schema();

    static Stream<Path> files() throws IOException {
        return Files.list(Path.of("routes")).sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void obeysCamelsOwnSchema(Path file) throws IOException {
        assertThat(CAMEL_YAML.validate(YAML.readTree(Files.readString(file)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void staysReadableOnOneScreen(Path file) throws IOException {
        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void namesItsRoutesAndSaysWhatTheyDo(Path file, JsonNode route) {
        assertThat(route.path("id").asText()).matches("[a-z]+(-[a-z]+)+");
        assertThat(route.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void decidesAboutFailuresExactlyOnce(Path file, JsonNode route) {
        boolean decides = route.path("routeConfigurationId").asText().equals("failures");
        boolean leavesItToItsCaller = route.at("/errorHandler").has("noErrorHandler");
        assertThat(decides ^ leavesItToItsCaller)
                .as(file + ": one or the other")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsNoScriptNoBeansAndNoChoice(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContain("groovy:", "beans:", "choice:", "script:", "jsonpath:");
    }

    /** Routes that are there from the start; a template's route has the description of its template. */
    static Stream<Arguments> routes() throws IOException {
        List<Arguments> found = new ArrayList<>();
        for (Path file : files().toList()) {
            for (JsonNode entry : YAML.readTree(Files.readString(file))) {
                if (entry.has("route")) {
                    found.add(Arguments.of(file, entry.path("route")));
                }
            }
        }
        return found.stream();
    }

    @Test
    void theSchemaRefusesWhatTheLoaderLetsThrough() throws IOException {
        String scoped = Files.readString(Path.of("routes/30-identify.camel.yaml"))
                .replace(
                        "        - to:\n",
                        "        - onException:\n            exception:\n              - java.lang.Exception\n        - to:\n");

        assertThat(CAMEL_YAML.validate(YAML.readTree(scoped))).isNotEmpty();
    }

    private static JsonSchema schema() {
        try (InputStream in = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
