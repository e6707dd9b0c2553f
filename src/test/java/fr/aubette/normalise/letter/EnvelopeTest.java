package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.LetterFields.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope, its postmark, and what lies in it beside the letter. */
class EnvelopeTest {

    private static final LocalDate ARRIVED = LocalDate.of(2026, 11, 2);
    private static final String ENVELOPE =
            "LA POSTE 28-10-26\nMme Anne Lefèvre\n3 rue des Lilas\n96100 Clairmont\nConseil départemental\nHôtel du Département\n96000 CLAIRMONT";
    private static final String LETTER =
            "Mme Anne Lefèvre\nConseil départemental\n96000 Clairmont\nLe 27 octobre 2026\nMadame, Monsieur,\nJe vous écris.";

    @Test
    void isAPageOfTheLetterWithItsPostmark() {
        PageResult envelope = page(1, ENVELOPE);
        Fold fold = new Fold(1, List.of(envelope, page(2, LETTER)), true, Optional.empty(), Optional.empty());

        assertThat(Envelope.of(fold)).contains(envelope);
        assertThat(Envelope.postmark(envelope, ARRIVED)).map(Found::value).contains("2026-10-28");
        assertThat(Envelope.postmark(envelope, ARRIVED))
                .map(Found::confidence)
                .hasValueSatisfying(sure -> assertThat(sure).isLessThanOrEqualTo(85));
        assertThat(Envelope.postmark(page(1, "12-12-26\n01.01.19"), ARRIVED))
                .as("neither to come nor long gone")
                .isEmpty();
    }

    @Test
    void isNotTheLetterItself() {
        assertThat(Envelope.test(page(1, LETTER))).isFalse();
        assertThat(Envelope.of(new Fold(1, List.of(page(1, ENVELOPE)), true, Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Veuillez trouver ci-joint un chèque de 45 euros.",
                "Je joins un chèque n° 1234567.",
                "Vous trouverez ci-joint l'original de mon livret de famille."
            })
    void holdsWhatMustGoBack(String line) {
        assertThat(LetterFinds.toReturn(ReadLine.of(List.of(page(1, line))), Optional.empty()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je demande le chèque énergie.",
                "Ci-joint une copie de l'original de mon livret.",
                "J'ai perdu mon chéquier et mes originaux."
            })
    void holdsNothingThatIsOnlySpokenOf(String line) {
        assertThat(LetterFinds.toReturn(ReadLine.of(List.of(page(1, line))), Optional.empty()))
                .isEmpty();
        assertThat(LetterFinds.toReturn(List.of(), Optional.of("chèque")))
                .extracting(Found::confidence)
                .containsExactly(100);
    }

    private static PageResult page(int number, String text) {
        return PageResult.read(number, text, 95);
    }
}
