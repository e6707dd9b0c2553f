package fr.aubette.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields;
import fr.aubette.model.LetterFields.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For the citizen's own time limit the postmark counts (CRPA L112-1). */
class AppealInTimeTest {

    @ParameterizedTest
    @CsvSource({
        "le trop-perçu qui m'a été notifié le 26 août 2026, 2026-10-26, appeal-in-time",
        "une décision notifiée le 26/08/2026, 2026-10-27, appeal-late",
        "la décision notifiée en date du 1er août 2026, 2026-10-01, appeal-in-time",
        "la décision notifiée le 31.12.2026, 2027-02-28, appeal-in-time"
    })
    void goesByThePostmark(String words, String postmark, String rule) {
        assertThat(AppealInTime.of(letter(LocalDate.parse(postmark).plusDays(4), Optional.of(postmark)), words))
                .hasValueSatisfying(told -> {
                    assertThat(told.rule()).isEqualTo(rule);
                    assertThat(told.detail()).contains("cachet du", "CRPA L112-1");
                });
    }

    @Test
    void goesByTheArrivalWithoutAPostmark() {
        assertThat(AppealInTime.of(
                        letter(LocalDate.of(2026, 10, 30), Optional.empty()), "une décision notifiée le 26 août 2026"))
                .hasValueSatisfying(told -> assertThat(told.rule()).isEqualTo("appeal-late"));
    }

    @Test
    void saysNothingWithoutANotification() {
        Letter letter = letter(LocalDate.of(2026, 10, 30), Optional.of("2026-10-26"));
        assertThat(AppealInTime.of(letter, "Je conteste votre décision du 26 août 2026."))
                .isEmpty();
        assertThat(AppealInTime.of(letter, "notifié le 45 août 2026")).isEmpty();
    }

    private static Letter letter(LocalDate arrived, Optional<String> postmark) {
        LetterFields none = LetterFields.NONE;
        LetterFields found = new LetterFields(
                none.senderName(),
                none.senderAddress(),
                none.date(),
                none.object(),
                none.reference(),
                none.phones(),
                none.mails(),
                none.amounts(),
                none.registered(),
                none.forms(),
                none.returned(),
                none.envelope(),
                postmark.map(day -> new Found(day, 85)),
                none.toReturn());
        return new Letter(
                "",
                arrived,
                List.of(),
                Letter.Reading.WHOLE,
                Optional.empty(),
                List.of(),
                1,
                1,
                Optional.empty(),
                found);
    }
}
