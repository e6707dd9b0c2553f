package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.paper.LetterPrinter;
import fr.aubette.answer.paper.PaperLetter;
import fr.aubette.answer.paper.PaperSettings;
import fr.aubette.answer.paper.ScannedAgain;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import fr.aubette.model.TicketNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter of ours that comes back says whose it is, however it was scanned. */
class ReturnedLetterTest {

    private static final String NUMBER = TicketNumber.of(2026, 123).value();

    private final LetterNormaliser normaliser = LetterNormaliser.readingDirectly(ReadingSettings.defaults());
    private final byte[] letter = new LetterPrinter(PaperSettings.defaults())
            .letter(new PaperLetter(
                    NUMBER,
                    List.of("Direction de l'autonomie"),
                    List.of("Anne Lefèvre", "3 rue des Lilas", "96100 CLAIRMONT"),
                    LocalDate.of(2026, 11, 22),
                    "Votre demande d'allocation",
                    "Madame,\n\nIl nous manque votre avis d'imposition.\n\nBien à vous.",
                    List.of()));

    @ParameterizedTest(name = "{0} dpi, {1}°, grain {2}")
    @CsvSource({"300, 0, 8", "200, 1.5, 14", "200, -2.5, 20", "200, 180, 14", "150, 0.7, 10"})
    void namesItsTicket(int dpi, double degrees, double grain) throws Exception {
        byte[] scan = ScannedAgain.page(letter, dpi, degrees, grain, 7);

        Contact contact = normaliser.normalise(new RawItem(
                ChannelKind.LETTER,
                "essai",
                "r-" + dpi + degrees,
                Instant.parse("2026-12-01T08:00:00Z"),
                "image/jpeg",
                Map.of(),
                Content.of(scan)));

        assertThat(((Letter) contact.channel()).findings().returned())
                .extracting(found -> found.value())
                .containsExactly(NUMBER);
        assertThat(contact.text()).contains(NUMBER);
    }
}
