package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields;
import fr.aubette.model.LetterFields.Found;
import fr.aubette.model.Matter;
import fr.aubette.model.Person;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The motive of a letter by the form that it is, or by what the mail room noted. */
class LetterSignsTest {

    private static final Catalogue CATALOGUE = new ConfigurationFolder(Path.of("config")).catalogue();

    private final LetterSigns signs = new LetterSigns(CATALOGUE);

    @Test
    void goesByTheFormOfTheMotive() {
        Matter matter = matters(letterOf(Optional.empty(), "15692*01"), ordinary("ROUTES"))
                .get(0);

        assertThat(matter.motive()).isEqualTo("MDPH");
        assertThat(matter.certainty()).isGreaterThan(0.9);
        assertThat(matter.evidence()).extracting(Evidence::rule).startsWith("cerfa-form");
    }

    @Test
    void goesByTheSeparatorSheetBeforeTheForm() {
        assertThat(matters(letterOf(Optional.of("apa_demande"), "15692*01"), ordinary("ROUTES")))
                .extracting(Matter::motive)
                .containsExactly(CATALOGUE.motives().containsKey("APA_DEMANDE") ? "APA_DEMANDE" : "MDPH");
        assertThat(matters(letterOf(Optional.of("SUBVENTIONS"), "15692*01"), ordinary("ROUTES")))
                .extracting(Matter::motive)
                .containsExactly("SUBVENTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "apa, ROUTES, APA",
        "RSA, RSA_RECOURS, RSA_RECOURS",
        "RSA, ROUTES, RSA",
        "AUTONOMIE, MDPH, MDPH",
        "inconnu, ROUTES, ROUTES"
    })
    void goesByTheServiceOnTheSheetAndByTheWordsAmongItsMotives(String service, String words, String expected) {
        Letter letter = letter(
                Optional.of(new Letter.Slip(
                        Optional.of(service), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                "99999*01");

        assertThat(matters(letter, ordinary(words))).extracting(Matter::motive).containsExactly(expected);
    }

    @Test
    void leavesDangerAndUnknownFormsToTheWords() {
        List<Matter> danger = List.of(new Matter("ENFANT_EN_DANGER", 1, true, "Objet", "Texte", List.of()));
        assertThat(matters(letterOf(Optional.empty(), "15692*01"), danger)).isEqualTo(danger);
        assertThat(matters(letterOf(Optional.of("RIEN"), "99999*01"), ordinary("ROUTES")))
                .extracting(Matter::motive)
                .containsExactly("ROUTES");
    }

    private static List<Matter> ordinary(String motive) {
        return List.of(new Matter(motive, 0.8, false, "Objet", "Texte", List.of()));
    }

    private List<Matter> matters(Letter letter, List<Matter> read) {
        Contact contact = new Contact(
                letter,
                Instant.parse("2026-11-02T08:00:00Z"),
                "Objet",
                "Texte",
                Person.unknown(),
                Optional.empty(),
                List.of(),
                List.of());
        return signs.signed(letter, contact, read);
    }

    private static Letter letterOf(Optional<String> motive, String form) {
        return letter(
                motive.map(code -> new Letter.Slip(
                        Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty())),
                form);
    }

    private static Letter letter(Optional<Letter.Slip> slip, String form) {
        LetterFields none = LetterFields.NONE;
        return new Letter(
                "Siège",
                LocalDate.of(2026, 11, 2),
                List.of(new Letter.Page(1, "Texte", 90)),
                Letter.Reading.WHOLE,
                Optional.empty(),
                List.of(),
                1,
                1,
                slip,
                new LetterFields(
                        none.senderName(),
                        none.senderAddress(),
                        none.date(),
                        none.object(),
                        none.reference(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Found(form, 90)),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }
}
