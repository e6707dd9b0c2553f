package fr.aubette.receive.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.FormDefinition;
import fr.aubette.model.FormDefinition.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFileTest {

    private static final String GOOD = """
            title: { fr: "T", en: "T" }
            intro: { fr: "I", en: "I" }
            next: { fr: "N", en: "N" }
            sections:
              - title: { fr: "S", en: "S" }
                fields:
                  - name: message
                    need: or-file
                    max: 100
                    label: { fr: "Message", en: "Message" }
            """;

    @TempDir
    Path folder;

    @Test
    void readsTheShippedForms() throws IOException {
        assertThat(FormConfiguration.read(Path.of("config/forms"), 20_000).byCode())
                .containsOnlyKeys("contact", "voirie");
    }

    @Test
    void readsAField() throws IOException {
        FormDefinition.Field field = read(GOOD).field("message").orElseThrow();

        assertThat(field.need()).isEqualTo(Need.OR_FILE);
        assertThat(field.max()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "need: or-file|need: peut-etre|line 8: need is 'peut-etre', expected one of [no, yes, or-file]",
                "need: or-file|ned: yes|line 8: ned is unknown, expected one of",
                "max: 100|max: beaucoup|line 9: max is 'beaucoup', expected a number in 1..20000",
                "max: 100|max: 30000|line 9: max is '30000', expected a number in 1..20000",
                "name: message|name: lastName|line 7: name is 'lastName', expected 'nom'",
                "max: 100|kind: select|line 7: options is missing or empty, expected a list",
                "next: { fr: \"N\", en: \"N\" }|next: { fr: \"N\" }|line 3: en is missing, expected a text",
                "title: { fr: \"S\", en: \"S\" }|title: oui|line 5: this is no map",
                "sections:|sections: [|is no YAML",
            })
    void namesFileLineKeyValueAndWhatWasExpected(String good, String bad, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("essai.yaml")
                .hasMessageContaining(message);
    }

    private FormDefinition read(String yaml) throws IOException {
        return FormFile.read(Files.writeString(folder.resolve("essai.yaml"), yaml), 20_000);
    }
}
