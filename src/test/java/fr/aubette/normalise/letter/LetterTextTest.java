package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Person;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTextTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Objet : Demande d'APA | Demande d'APA
            OBJET: chaussée dangereuse | chaussée dangereuse
            0bjet ; Recours | Recours
            Madame, Monsieur,\\nJe vous écris pour ma mère. | Je vous écris pour ma mère.
            M. Jean Test\\n5 rue du Lavoir\\n96100 Brennac | Courrier arrivé le 2 mars 2026
            '' | Courrier arrivé le 2 mars 2026
            """)
    void says_what_it_is_about(String text, String subject) {
        assertThat(new LetterText(text.replace("\\n", "\n")).subject(ARRIVAL)).isEqualTo(subject);
    }

    @Test
    void joins_a_subject_that_goes_on_in_the_next_line() {
        String text = "Objet : Demande d'aide du fonds de solidarité logement pour une dette\nd'électricité\nMadame,";

        assertThat(new LetterText(text).subject(ARRIVAL))
                .isEqualTo("Demande d'aide du fonds de solidarité logement pour une dette d'électricité");
    }

    @Test
    void cuts_an_endless_subject() {
        assertThat(new LetterText("Objet : " + "mot ".repeat(200)).subject(ARRIVAL))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("…");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Brennac, le 1er février 2026 | 2026-02-01
            À Saint-Aubin-sur-Veyle, le 12 août 2025 | 2025-08-12
            Fait à Brennac, le 03/02/2026 | 2026-02-03
            le 14 décembre 2025. | 2025-12-14
            Mme Anne Test, née le 17 août 1938 |
            Votre décision du 11 février 2026 |
            Brennac, le 3 avril 2026 |
            Brennac, le 31 février 2026 |
            """)
    void bears_a_date(String text, LocalDate date) {
        if (date == null) {
            assertThat(new LetterText(text).writtenOn(ARRIVAL)).isEmpty();
        } else {
            assertThat(new LetterText(text).writtenOn(ARRIVAL)).contains(date);
        }
    }

    @Test
    void names_its_sender_and_never_its_addressee() {
        Person sender = LetterSender.of("""
                Mme Anne Test
                14 rue des Tanneurs
                96230 Saint-Aubin
                anne.test@example.org

                Monsieur le Président
                du Conseil départemental
                12 place de la Préfecture
                96000 BRENNAC
                contact@departement.example.org
                Objet : APA
                """);

        assertThat(sender.name()).contains("Mme Anne Test");
        assertThat(sender.address()).contains("14 rue des Tanneurs, 96230 Saint-Aubin");
        assertThat(sender.mails()).containsExactly("anne.test@example.org");
        assertThat(LetterSender.of("Monsieur le Président\n12 place de la Préfecture\n96000 BRENNAC"))
                .isEqualTo(Person.unknown());
    }

    @Test
    void leaves_out_an_address_that_was_torn_apart() {
        assertThat(LetterSender.of("M. Jean Test\ncompta@menuiserie.example . org\n96000 Brennac")
                        .mails())
                .isEmpty();
    }
}
