package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsTest {

    private static final String ROAD = "Le panneau de la RD 30 est couché depuis la tempête de mardi.";
    private static final String SHELTER = "l'abribus devant l'école est cassé, il manque deux vitres.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROAD + "\n\nPar ailleurs, " + SHELTER,
                ROAD + " Par ailleurs, " + SHELTER,
                ROAD + " Dans un tout autre registre, " + SHELTER,
                "1) " + ROAD + "\n2) " + SHELTER,
                "- " + ROAD + "\n- " + SHELTER,
                ROAD + " Nous vous signalons également que " + SHELTER,
                "le panneau de la rd 30 est couché depuis la tempête de mardi et puis " + SHELTER,
            })
    void cutWhereATextSetsSomethingApart(String body) {
        List<Sections.Section> sections = sections("Route\n" + body);

        assertThat(sections).hasSize(2);
        assertThat(sections.get(1).announced()).isTrue();
        assertThat(text("Route\n" + body, sections.get(1))).contains("abribus").doesNotContain("panneau");
    }

    @Test
    void cutAtAnEmptyLineWithoutAnyWordOfAnnouncement() {
        String text = "Route\nBonjour,\n\n" + ROAD + "\n\nPouvez-vous dire à qui s'adresser quand " + SHELTER
                + "\n\nMerci\nLise";
        List<Sections.Section> sections = sections(text);

        assertThat(sections).hasSize(2);
        assertThat(sections.get(0).announced()).isFalse();
        assertThat(sections.get(1).announced()).isFalse();
        assertThat(sections.get(1).asks()).isTrue();
        assertThat(text(text, sections.get(0))).startsWith("Bonjour,").contains("panneau");
        assertThat(text(text, sections.get(1))).contains("abribus").endsWith("Lise");
    }

    @Test
    void cutBeforeASecondQuestion() {
        String text = "Route\nQui relève le panneau couché de la RD 30 ? Et qui répare " + SHELTER.replace('.', '?');
        List<Sections.Section> sections = sections(text);

        assertThat(sections).hasSize(2).allMatch(Sections.Section::asks);
        assertThat(text(text, sections.get(1))).startsWith("Et qui").contains("abribus");
    }

    @Test
    void leaveOneThoughtWhole() {
        assertThat(sections("Route\n" + ROAD + " Il gêne les camions. Merci d'avance."))
                .hasSize(1);
        assertThat(sections("Route\n")).isEmpty();
    }

    @Test
    void areBounded() {
        assertThat(sections("x\n" + (ROAD + "\n\n").repeat(200))).hasSize(Sections.MOST);
    }

    private static List<Sections.Section> sections(String text) {
        return Sections.of(text, Announced.in(text));
    }

    private static String text(String text, Sections.Section section) {
        return text.substring(section.span().from(), section.span().to()).strip();
    }
}
