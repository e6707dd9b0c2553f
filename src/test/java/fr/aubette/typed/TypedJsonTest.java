package fr.aubette.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedJsonTest {

    private static final TypedJson JSON = new TypedJson(new Limits(200, 20_000, 3, 1000));

    @Test
    void readsTextsUnderTheirOneName() throws IOException {
        Typed typed = read(
                "{\"lastName\":\"Test\",\"Courriel\":\"a@example.org\",\"message\":\"Bonjour\",\"lieu\":\"RD 12\"}");

        assertThat(typed.fields())
                .isEqualTo(Map.of("nom", "Test", "courriel", "a@example.org", "message", "Bonjour", "lieu", "RD 12"));
    }

    @Test
    void readsThePersonForWhomOneAsks() throws IOException {
        Typed typed = read("{\"sender\":{\"name\":\"A B\"},\"beneficiary\":{\"birthdate\":\"1942-08-19\"}}");

        assertThat(typed.fields()).isEqualTo(Map.of("nom_complet", "A B", "beneficiaire_naissance", "1942-08-19"));
    }

    @Test
    void countsFilesWithoutKeepingThem() throws IOException {
        Typed typed = read("{\"files\":[{\"name\":\"../../x.jsp\",\"type\":\"image/png\",\"content\":\"QUJDRA==\"}]}");

        assertThat(typed.files()).containsExactly(new TypedFile("x.jsp", "image/png", 4));
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(read("\ufeff{\"message\":\"x\"}").get("message")).contains("x");
    }

    @Test
    void keepsTwoFieldsThatMeanTheSame() throws IOException {
        assertThat(read("{\"message\":\"a\",\"texte\":\"b\"}").fields())
                .isEqualTo(Map.of("message", "a", "texte", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|EMPTY",
                "`  `|EMPTY",
                "3|NOT_AN_OBJECT",
                "[]|NOT_AN_OBJECT",
                "{\"nom\":\"Jea|NOT_JSON",
                "{\"a\":\"b\"} x|NOT_JSON",
                "{\"a\":\"b\"}{}|NOT_JSON",
                "{\"age\":NaN}|NOT_JSON",
                "{\"age\":1e999999999}|WRONG_TYPE",
                "{\"age\":3}|WRONG_TYPE",
                "{\"nom\":[\"A\"]}|WRONG_TYPE",
                "{\"courriel\":{\"x\":1}}|WRONG_TYPE",
                "{\"files\":[\"x\"]}|WRONG_TYPE",
                "{\"files\":[{\"content\":\"*\"}]}|FILE_UNREADABLE",
                "{\"nom\":\"A\",\"nom\":\"B\"}|DUPLICATE",
                "{\"nom\":\"a\\u0000b\"}|CHARACTER",
                "{\"nom\":\"\\ud800\"}|CHARACTER",
            })
    void refusesWhatCannotBeRead(String json, Fault fault) {
        assertThatThrownBy(() -> read(json))
                .satisfies(e -> assertThat(((Unreadable) e).fault()).isEqualTo(fault));
    }

    @Test
    void refusesDepthWithoutOverflowing() {
        assertThat(faultOf("[".repeat(100_000))).isEqualTo(Fault.NOT_AN_OBJECT);
        assertThat(faultOf("{\"fields\":".repeat(100_000))).isIn(Fault.TOO_DEEP, Fault.WRONG_TYPE);
        assertThat(faultOf("{\"a\":" + "[".repeat(100_000))).isEqualTo(Fault.WRONG_TYPE);
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(faultOf("{\"a\":\"" + "x".repeat(20_001) + "\"}")).isEqualTo(Fault.TOO_LONG);
        assertThat(faultOf("{\"age\":" + "1".repeat(1_000_000) + "}")).isEqualTo(Fault.TOO_LONG);
        assertThat(faultOf("{\"files\":[{\"content\":\"" + "QUJD".repeat(1000) + "\"}]}"))
                .isEqualTo(Fault.FILE_TOO_LARGE);
        assertThat(faultOf("{\"files\":[{},{},{},{}]}")).isEqualTo(Fault.TOO_MANY_FILES);
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 65_536; i++) {
            many.append('"')
                    .append(Integer.toString(i, 2).replace("0", "Aa").replace("1", "BB"))
                    .append("\":\"\",");
        }
        assertThat(faultOf(many.append("\"z\":\"\"}").toString())).isIn(Fault.TOO_MANY_FIELDS, Fault.TOO_LONG);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(faultOf(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'}))
                .isEqualTo(Fault.NOT_UTF8);
        assertThat(faultOf("{\"nom\":\"É\"}".getBytes(StandardCharsets.UTF_16))).isEqualTo(Fault.NOT_UTF8);
        assertThat(faultOf("{\"nom\":\"É\"}".getBytes(StandardCharsets.UTF_16LE)))
                .isIn(Fault.NOT_JSON, Fault.NOT_UTF8);
        assertThat(faultOf("{\"nom\":\"É\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Fault.NOT_UTF8);
    }

    private static Fault faultOf(String json) {
        return faultOf(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault faultOf(byte[] bytes) {
        try {
            Typed typed = JSON.read(new ByteArrayInputStream(bytes));
            throw new AssertionError("was read: " + typed.fields().keySet());
        } catch (Unreadable e) {
            return e.fault();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Typed read(String json) throws IOException {
        return JSON.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
