package fr.aubette.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

    private static final String EXAMPLES = "src/test/resources/explain";
    private static final String CALLS = "src/test/resources/cti/";
    private static final String CALL = CALLS + "a_queue_answered.ami";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void documentsExactlyTheFieldsThatItPrints() throws Exception {
        Set<String> printed = new TreeSet<>();
        System.setProperty("aubette.mail.trusted-servers", "mx.departement.example");

        int code = explain(
                "--at=2026-06-01T08:00:00Z",
                EXAMPLES,
                CALL,
                CALLS + "f_attended_transfer.ami",
                CALLS + "g_hold.ami",
                CALLS + "c_noanswer_voicemail.ami",
                CALLS + "k_click_to_call.ami",
                "src/main/resources/demo/letters/demande-apa.pdf");
        System.clearProperty("aubette.mail.trusted-servers");

        assertThat(code).isZero();
        for (JsonNode line : answers()) {
            addFields(line, "", printed);
        }
        printed.removeIf(field -> printed.stream().anyMatch(other -> other.startsWith(field + ".")));
        assertThat(printed).isEqualTo(documented());
    }

    @Test
    void makesOneLineOfEachCall() throws Exception {
        explain("src/test/resources/cti/l_overlapping.ami");

        assertThat(answers())
                .extracting(line -> line.at("/contact/channel/outcome").asText())
                .containsExactly("answered", "answered", "abandoned");
    }

    @Test
    void isNotStoppedByHostileMails() throws Exception {
        Files.writeString(folder.resolve("a-empty.eml"), "");
        Files.write(folder.resolve("b-noise.eml"), new byte[] {0, 1, 2, (byte) 0xff, 0});
        Files.writeString(folder.resolve("c-nested.eml"), nested(10_000));
        Files.writeString(folder.resolve("d-good.eml"), "From: a@example.org\nSubject: RSA\n\nBonjour\n");

        int code = explain(folder.toString());

        assertThat(code).isZero();
        assertThat(answers()).hasSize(4);
        assertThat(answers().get(0).at("/error/kind").asText()).isEqualTo("refused");
        assertThat(answers().get(3).at("/contact/subject").asText()).isEqualTo("RSA");
    }

    @Test
    void readsNamesFromAListAndFromTheStandardInput() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), EXAMPLES + "/mail.eml\n\n");

        explainTyped(EXAMPLES + "/form.json\n", "@" + list, "-");

        assertThat(answers())
                .extracting(line -> line.get("file").asText())
                .containsExactly(EXAMPLES + "/mail.eml", EXAMPLES + "/form.json");
    }

    @Test
    void readsPartsOfOneRecordingAsOne() throws Exception {
        byte[] whole = Files.readAllBytes(Path.of(CALLS, "m_link_cut.ami"));
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int second = text.indexOf("Asterisk Call Manager/", 10);
        Path first = Files.write(folder.resolve("1.ami"), Arrays.copyOf(whole, second));
        Path rest = Files.write(folder.resolve("2.ami"), Arrays.copyOfRange(whole, second, whole.length));

        explain("--as", "phone", first.toString(), rest.toString(), CALL, CALL);

        assertThat(answers()).extracting(line -> line.get("outcome").asText()).containsOnly("answered");
        assertThat(answers())
                .extracting(line -> line.get("file").asText())
                .containsExactly(rest.toString(), CALL, CALL);
    }

    @Test
    void tellsAChannelByContent() throws Exception {
        Path file = Files.copy(Path.of(EXAMPLES, "mail.eml"), folder.resolve("no-extension"));

        explain(file.toString());

        assertThat(answers().get(0).at("/contact/channel/kind").asText()).isEqualTo("mail");
    }

    @Test
    void saysWhichFileCouldNotBeOpened() throws Exception {
        int code = explain("absent.eml", EXAMPLES + "/mail.eml");

        assertThat(code).isEqualTo(1);
        assertThat(answers().get(0).at("/error/stage").asText()).isEqualTo("open");
        assertThat(answers().get(1).get("outcome").asText()).isEqualTo("opened");
    }

    @Test
    void refusesWrongUsageInBothLanguages() {
        assertThat(explain("--as", "fax", "x")).isEqualTo(2);
        assertThat(explain()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage:", "Utilisation :", "not 'fax'");
    }

    @Test
    void startsNoSpringContext() {
        noClasses()
                .that()
                .resideInAPackage("fr.aubette.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.context..")
                .because("support people run it on machines that have no server")
                .check(new ClassFileImporter().importPackages("fr.aubette.cli"));
    }

    private int explain(String... args) {
        return explainTyped("", args);
    }

    private int explainTyped(String typed, String... args) {
        InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        return new Explain(
                        in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private List<JsonNode> answers() throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }

    private static void addFields(JsonNode node, String path, Set<String> fields) {
        if (path.matches(
                "contact\\.channel\\.(fields|slip|findings\\.\\w+)|letters\\[]\\.(phones|mails|amounts|pages)")) {
            fields.add(path);
        } else if (node.isArray()) {
            boolean objects = node.size() > 0 && node.get(0).isObject();
            if (!objects
                    && !path.matches(
                            "thread|dispatch|classify.matters|.*(evidence|others|deadlines|attachments|pages)")) {
                fields.add(path + "[]");
            }
            node.forEach(each -> {
                if (objects) {
                    addFields(each, path + "[]", fields);
                }
            });
        } else if (node.isObject()) {
            node.fields()
                    .forEachRemaining(each -> addFields(
                            each.getValue(), path.isEmpty() ? each.getKey() : path + "." + each.getKey(), fields));
        } else {
            fields.add(path);
        }
    }

    private static Set<String> documented() throws Exception {
        Set<String> fields = new TreeSet<>();
        Pattern row = Pattern.compile(
                "^\\| `((?:file|item|result|direction|linkedid|caller|caller_name|withheld|e164|did|dialled_as|queue_path"
                        + "|agents_rung|answered_by|wait_s|talk_s|total_s|ended_by|callback|paused|holds|transfers"
                        + "|consulted|consult_linkedid|voicemail|agent|called|outcome|error|contact|identify|classify|thread|dispatch|from_addr|from_name|subject"
                        + "|body_text|reply_text|attachments|reply_to_id|kind|status_codes|pages|letters)\\b[^`]*)`");
        for (String line : Files.readAllLines(Path.of("docs/explain.md"))) {
            Matcher matcher = row.matcher(line);
            if (matcher.find()) {
                fields.add(matcher.group(1));
            }
        }
        return fields;
    }

    private static String nested(int parts) {
        StringBuilder mail = new StringBuilder("From: a@example.org\n");
        for (int i = 0; i < parts; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.append("\nend\n").toString();
    }
}
