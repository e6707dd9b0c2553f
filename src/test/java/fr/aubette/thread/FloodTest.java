package fr.aubette.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Threaded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloodTest {

    private final Memory memory = new Memory();
    private final TicketThreading threading = threading(List.of());

    @Test
    void letsTheFirstThirtyOfASenderThroughAndHoldsTheNext() {
        Memory.Ticket first = memory.ticket();
        for (int number = 0; number < 30; number++) {
            Letterbox mail = numbered(number);
            assertThat(threading.thread(mail.classified()).suppressed()).isEmpty();
            memory.keep(number == 0 ? first : memory.ticket(), "contact", mail.contact());
        }

        Threaded held = threading.thread(numbered(30).classified());

        assertThat(held.threadings()).isEmpty();
        assertThat(held.whyNothing()).contains("afflux : même expéditeur");
        assertThat(held.suppressed().orElseThrow().notice().orElseThrow().ticket())
                .isEqualTo(first.id);
        assertThat(held.suppressed().orElseThrow().notice().orElseThrow().text())
                .startsWith("plus de 30 courriels de cette adresse en 60 min");
    }

    @Test
    void tellsTheFirstTicketOnce() {
        flood(30);
        memory.keep(memory.ticket(), "contact", numbered(30).contact());
        memory.toldOfTheFlood = true;

        assertThat(threading
                        .thread(numbered(31).classified())
                        .suppressed()
                        .orElseThrow()
                        .notice())
                .isEmpty();
    }

    @Test
    void holdsTheSameWordsOfManySenders() {
        for (int number = 0; number < 50; number++) {
            memory.suppressed(petition(number).contact());
        }

        assertThat(threading.thread(petition(50).classified()).whyNothing()).contains("afflux : même contenu");
    }

    @Test
    void neverHoldsBackWhatSoundsOfDanger() {
        flood(60);

        Threaded alarm = threading.thread(numbered(60).motive("CRIP").inDanger().classified());

        assertThat(alarm.suppressed()).isEmpty();
        assertThat(alarm.threadings()).hasSize(1);
    }

    @Test
    void endsWithItsWindow() {
        flood(60);

        assertThat(threading
                        .thread(numbered(60).after(Duration.ofMinutes(62)).classified())
                        .suppressed())
                .isEmpty();
    }

    @Test
    void welcomesAnyNumberOfAPartnersMails() {
        flood(60);

        assertThat(threading(List.of("@Example.org"))
                        .thread(numbered(60).classified())
                        .suppressed())
                .isEmpty();
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> new FloodSettings(Duration.ofDays(2), 30, 50, List.of()))
                .hasMessageStartingWith("aubette.flood.window must lie in 1m..24h");
        assertThatThrownBy(() -> new FloodSettings(Duration.ofHours(1), 0, 50, List.of()))
                .hasMessageStartingWith("aubette.flood.per-sender");
    }

    private void flood(int mails) {
        for (int number = 0; number < mails; number++) {
            memory.suppressed(numbered(number).contact());
        }
    }

    private static Letterbox numbered(int number) {
        return Letterbox.mail()
                .subject("Alerte n° " + (char) ('A' + number % 26) + number)
                .text("Sonde " + number + " : " + "x".repeat(number))
                .after(Duration.ofSeconds(number));
    }

    private static Letterbox petition(int number) {
        return Letterbox.mail()
                .from("habitant" + number + "@example.org", "Habitant " + number)
                .subject("Non au projet")
                .text("Je m'oppose au projet.")
                .after(Duration.ofSeconds(number));
    }

    private TicketThreading threading(List<String> exempt) {
        return new TicketThreading(
                memory,
                memory,
                new ThreadSettings(Duration.ofDays(14), Duration.ofDays(30)),
                new FloodSettings(Duration.ofHours(1), 30, 50, exempt));
    }
}
