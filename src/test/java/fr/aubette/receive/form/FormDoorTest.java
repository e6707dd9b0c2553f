package fr.aubette.receive.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.Intake;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.intake.Taken;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.form.FormNormaliser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The door as the world sees it: real HTTP, the shipped route and forms, an intake in memory. */
@SpringBootTest(
        classes = FormDoorTest.Small.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/13-receive-form.camel.yaml",
            "spring.autoconfigure.exclude="
                    + "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration,"
                    + "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration"
        })
class FormDoorTest {

    private static final Path BAD = Path.of("src/test/resources/form/bad");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    MemoryIntake intake;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void open() {
        intake.items.clear();
        intake.closed = false;
    }

    @ParameterizedTest
    @CsvSource({
        "ok.json, application/json, 202",
        "bom.json, application/json, 202",
        "type.json, application/json, 202",
        "textes.json, application/json, 202",
        "televersement.multipart, multipart/form-data; boundary=b, 202",
        "coupe.json, application/json, 400",
        "doublons.json, application/json, 400",
        "exposant.json, application/json, 422",
        "nan.json, application/json, 400",
        "nul.json, application/json, 422",
        "surrogat.json, application/json, 422",
        "scalaire.json, application/json, 400",
        "types.json, application/json, 422",
        "utf16.json, application/json, 400",
        "utf8.json, application/json, 400",
        "vide.json, application/json, 400",
        "mauvais.urlencoded, application/x-www-form-urlencoded, 400",
        "rires.xml, application/xml, 415",
        "xxe.xml, text/xml, 415",
        "xxe.xml, application/json, 400",
        "xxe_http.xml, application/xml, 415",
        "xxe_param.xml, application/xml, 415",
        "xinclude.xml, application/xml, 415",
    })
    void answersEachFileAsItDeserves(String file, String type, int status) throws Exception {
        HttpResponse<String> response = post("/formulaires", type, Files.readAllBytes(BAD.resolve(file)));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(intake.items).hasSize(status == 202 ? 1 : 0);
        if (status != 202) {
            JsonNode problem = JSON.readTree(response.body());
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(problem.get("detail_fr").asText()).isNotBlank();
            assertThat(problem.get("detail_en").asText()).isNotBlank();
            assertThat(problem.get("status").asInt()).isEqualTo(status);
        }
    }

    @Test
    void refusesDepthSizeAndNumberWithoutSuffering() throws Exception {
        assertThat(json("[".repeat(100_000) + "]".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(json("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)).statusCode())
                .isBetween(400, 422);
        assertThat(json("{\"age\":" + "9".repeat(1_000_000) + "}").statusCode()).isEqualTo(422);
        assertThat(json("{\"message\":\"" + "x".repeat(20_001) + "\"}").statusCode())
                .isEqualTo(422);
        assertThat(intake.items).isEmpty();
        assertThat(json("{\"message\":\"le suivant passe\"}").statusCode()).isEqualTo(202);
    }

    @Test
    void saysThatSixtyMegabytesAreTooMuch() throws Exception {
        HttpResponse<String> declared = post("/formulaires", "application/json", new byte[60 << 20]);
        HttpResponse<String> chunked =
                send("/formulaires", "application/json", BodyPublishers.ofInputStream(() -> zeros()), "*/*");

        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesTenThousandParts() throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=\"p%d\"\r\n\r\nx\r\n";
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            body.append(part.formatted(i));
        }
        byte[] bytes = body.append("--b--\r\n").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(post("/formulaires", "multipart/form-data; boundary=b", bytes)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void givesTheSameAnswerToTheSameToken() throws Exception {
        String first = json("{\"token\":\"abc\",\"message\":\"Bonjour\"}").body();
        String second = json("{\"token\":\"abc\",\"message\":\"Bonjour\"}").body();

        assertThat(second).isEqualTo(first);
        assertThat(JSON.readTree(first).get("intake").asText()).isNotBlank();
        assertThat(intake.items).hasSize(1);
    }

    @Test
    void warnsAProgramOfAnAddressThatIsNone() throws Exception {
        JsonNode answer =
                JSON.readTree(json("{\"courriel\":\"rien\",\"message\":\"x\"}").body());

        assertThat(answer.at("/warnings/0/field").asText()).isEqualTo("courriel");
    }

    @Test
    void knowsNoOtherForm() throws Exception {
        assertThat(post("/formulaires/absent", "application/json", utf8("{\"message\":\"x\"}"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(json("{\"message\":\"  \"}").statusCode()).isEqualTo(422);
    }

    @Test
    void sendsTheProgramBackWhenTheDoorIsClosed() throws Exception {
        intake.closed = true;

        HttpResponse<String> response = json("{\"message\":\"x\"}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("30");
    }

    @Test
    void keepsWhatAPageSentAsTheNormaliserReadsIt() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nÉté\r\nsuite\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"prenom\"\r\n\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"fichiers\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nABCD\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"fichiers\"; filename=\"\"\r\n\r\n\r\n--b--\r\n";

        HttpResponse<String> response = send(
                "/formulaires/contact?lang=en",
                "multipart/form-data; boundary=b",
                BodyPublishers.ofByteArray(utf8(body)),
                "text/html");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .matches("/formulaires/contact/recu\\?ref=.{11}&suivi=.{36}&lang=en");
        Contact contact =
                new FormNormaliser().normalise(intake.items.values().iterator().next());
        assertThat(contact.text()).isEqualTo("Été\nsuite");
        assertThat(contact.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.size()).isEqualTo(4));
    }

    @Test
    void showsThePageAgainWithWhatWasTyped() throws Exception {
        HttpResponse<String> response = page("token=abc&courriel=rien&nom=%22%3E%3Cb%3E&message=");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("value=\"abc\"", "value=\"rien\"", "value=\"&quot;&gt;&lt;b&gt;\"")
                .contains("href=\"#f-message\"", "id=\"f-message\"", "aria-invalid=\"true\"", "id=\"e-courriel\"");
    }

    @Test
    void givesTheTypedTextBackWhenTheDoorIsClosed() throws Exception {
        intake.closed = true;

        HttpResponse<String> response = page("token=abc&message=Bonjour");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("Bonjour", "rien n&#39;a été enregistré");
    }

    @ParameterizedTest
    @CsvSource({
        "/formulaires, Nos formulaires, 200",
        "/formulaires?lang=en, Our forms, 200",
        "/formulaires/contact, Écrire au Département, 200",
        "/formulaires/voirie?lang=en, Report a problem, 200",
        "/formulaires/absent, Voir tous, 404",
        "/formulaires/contact/recu?ref=7F3A0-91C2D, 7F3A0-91C2D, 200",
        "/formulaires/contact/recu?ref=x, Voir tous, 404",
        "/formulaires/contact/recu?ref=7F3A0-91C2D&suivi=7f3a091c-2d00-4000-8000-000000000001, Voir votre accusé, 200",
        "/formulaires/contact/accuse?suivi=x, Voir tous, 404",
    })
    void showsPagesWithoutScript(String address, String words, int status) throws Exception {
        HttpResponse<String> response = get(address);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(words).doesNotContain("<script", "style=", "??");
    }

    @Test
    void servesTheStylesThatItsPagesName() throws Exception {
        java.util.regex.Matcher links = java.util.regex.Pattern.compile("href=\"([^\"]+\\.css)\"")
                .matcher(get("/formulaires").body());
        int styles = 0;
        while (links.find()) {
            assertThat(get(links.group(1)).statusCode()).as(links.group(1)).isEqualTo(200);
            styles++;
        }
        assertThat(styles).isEqualTo(2);
    }

    private HttpResponse<String> page(String body) throws Exception {
        return send(
                "/formulaires/contact",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(body),
                "text/html,*/*;q=0.8");
    }

    private HttpResponse<String> json(String body) throws Exception {
        return post("/formulaires", "application/json", utf8(body));
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return send(path, type, BodyPublishers.ofByteArray(body), "*/*");
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream zeros() {
        return new InputStream() {
            private int left = 60 << 20;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int some = Math.min(left, length);
                left -= some;
                return some == 0 && length > 0 ? -1 : some;
            }
        };
    }

    /** Takes items in memory, once for each reference. */
    static final class MemoryIntake implements Intake {

        private final Map<String, RawItem> items = new ConcurrentHashMap<>();
        private volatile boolean closed;

        @Override
        public Taken take(RawItem item) {
            if (closed) {
                throw new IntakeUnavailable("closed by the test");
            }
            boolean first = items.putIfAbsent(item.source() + item.reference(), kept(item)) == null;
            return new Taken(new IntakeId(UUID.nameUUIDFromBytes(utf8(item.reference()))), first);
        }

        private static RawItem kept(RawItem item) {
            try {
                Content bytes = Content.of(item.content().bytes());
                return new RawItem(
                        item.channel(),
                        item.source(),
                        item.reference(),
                        item.receivedAt(),
                        item.mediaType(),
                        item.facts(),
                        bytes);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @EnableConfigurationProperties(FormSettings.class)
    @ComponentScan({"fr.aubette.receive.form", "fr.aubette.portal"})
    static class Small {

        @Bean
        MemoryIntake intake() {
            return new MemoryIntake();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Path scratch() throws IOException {
            return Files.createDirectories(Path.of("target", "scratch"));
        }

        @Bean
        CamelContextConfiguration instance() {
            return new CamelContextConfiguration() {
                @Override
                public void beforeApplicationStart(CamelContext camel) {}

                @Override
                public void afterApplicationStart(CamelContext camel) {
                    TemplatedRouteBuilder.builder(camel, "receive-form")
                            .routeId("receive-form-portail")
                            .add();
                }
            };
        }
    }
}
