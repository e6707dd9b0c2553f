package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.LetterFields;
import fr.aubette.model.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        Person sender = sender("""
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
        assertThat(sender("Monsieur le Président\n12 place de la Préfecture\n96000 BRENNAC"))
                .isEqualTo(Person.unknown());
    }

    @Test
    void leaves_out_an_address_that_was_torn_apart() {
        assertThat(sender("M. Jean Test\ncompta@menuiserie.example . org\n96000 Brennac")
                        .mails())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Karim Belhadj\n8 avenue Leclerc\n96000 Brennac\nMonsieur le Président', Karim Belhadj",
        "'Monsieur le Président\n96000 BRENNAC\nMme Odile Test\n11 rue Basse\n96620 Roche', Mme Odile Test",
        "'COURRIER ARRIVÉ LE 17 MARS\nMile Chloé Test\n96000 Brennac', Mlle Chloé Test",
        "'SARL Menuiserie Test\nZone artisanale\n96120 Bessac\nM. le Président', SARL Menuiserie Test",
        "'M. Karim Belhadi\nkarim.belhadj@example.org\nMes salutations.\nKarim Belhadj', M. Karim Belhadj",
        "'Monsieur le Président,\nUne phrase.\nVeuillez agréer mes salutations.\nAnne Test', Anne Test"
    })
    void finds_the_name_wherever_it_stands(String text, String name) {
        assertThat(sender(text.replace("\\n", "\n")).name()).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Vos références : INK-2026-004417, INK-2026-004417",
        "Réf. : AGR/2020/1187, AGR/2020/1187",
        "V/Réf : FSL 25-0932, FSL 25-0932",
        "Dossier n° Facture n° 2024-0876, Facture n° 2024-0876",
        "N° de dossier : PCH 99-2023-07741, PCH 99-2023-07741",
        "Référence : 3 E 412, 3 E 412"
    })
    void finds_our_reference_behind_its_label(String line, String reference) {
        assertThat(LetterFinds.reference(lines("Mme Anne Test\n" + line + "\nMadame,")))
                .get()
                .extracting(LetterFields.Found::value)
                .isEqualTo(reference);
    }

    @Test
    void finds_amounts_forms_and_registered_numbers() {
        List<ReadLine> lines = lines("Trop-perçu de 1 284,60 €, puis 96 euros. cerfa n° 14069*05\n1A 200 123 4567 8");

        assertThat(LetterFinds.amounts(lines))
                .extracting(LetterFields.Found::value)
                .containsExactly("1284.60", "96.00");
        assertThat(LetterFinds.forms(lines))
                .extracting(LetterFields.Found::value)
                .containsExactly("14069*05");
        assertThat(LetterFinds.registered(lines, List.of(), Optional.empty()))
                .extracting(LetterFields.Found::value)
                .containsExactly("1A20012345678");
    }

    private static List<ReadLine> lines(String text) {
        return ReadLine.of(List.of(PageResult.read(1, text, 90)));
    }

    private static Person sender(String text) {
        return LetterSender.of(ReadLine.of(List.of(PageResult.read(1, text, 80))))
                .toPerson();
    }
}
