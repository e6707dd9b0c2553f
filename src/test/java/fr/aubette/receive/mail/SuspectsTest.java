package fr.aubette.receive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuspectsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Suspects suspects = new Suspects();

    @Test
    void givesUpAfterThreeFailuresAndSaysSoOnce() {
        assertThat(suspects.failed(7, "MessagingException", NOW)).isFalse();
        assertThat(suspects.failed(7, "MessagingException", NOW)).isFalse();
        assertThat(suspects.failed(7, "MessagingException", NOW)).isTrue();
        assertThat(suspects.failed(7, "MessagingException", NOW)).isFalse();
        assertThat(suspects.givenUp(7)).isTrue();
    }

    @Test
    void saysSoAgainWhenNobodyHeardIt() {
        for (int time = 0; time < Suspects.PATIENCE; time++) {
            suspects.failed(7, "MessagingException", NOW);
        }

        suspects.notTold(7);

        assertThat(suspects.givenUp(7)).isFalse();
        assertThat(suspects.rests(7, NOW.plusSeconds(1))).isFalse();
        assertThat(suspects.failed(7, "MessagingException", NOW)).isTrue();
    }

    @Test
    void letsAMailRestLongerAfterEachFailure() {
        suspects.failed(7, "IOException", NOW);
        assertThat(suspects.rests(7, NOW.plusSeconds(1))).isTrue();
        assertThat(suspects.rests(7, NOW.plusSeconds(2))).isFalse();
        suspects.failed(7, "IOException", NOW);
        assertThat(suspects.rests(7, NOW.plusSeconds(3))).isTrue();
        suspects.failed(7, "IOException", NOW);
        assertThat(suspects.rests(7, NOW.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(suspects.rests(7, NOW.plus(Duration.ofMinutes(60)))).isFalse();
    }

    @Test
    void namesThemForHealth() {
        suspects.failed(7, "MessagingException", NOW);
        suspects.failed(12, "IOException", NOW);

        assertThat(suspects.told("INBOX"))
                .contains("2 mail(s) of INBOX could not be fetched: UID 7 (MessagingException), 12 (IOException)");
        suspects.clear(7);
        suspects.clear(12);
        assertThat(suspects.told("INBOX")).isEmpty();
    }
}
