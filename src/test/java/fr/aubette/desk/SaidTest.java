package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Channel;
import fr.aubette.model.Mail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SaidTest {

    private static final String WHOLE = "Toujours là.\n\nLe 3 mars, le Département a écrit :\n> C'est noté.";

    @Test
    void isReadByItsNewWordsWhenItQuotes() {
        assertThat(said(mail(Optional.of("Toujours là."))).newText()).contains("Toujours là.");
    }

    @Test
    void isReadWholeWhenNothingIsQuotedOrNothingIsNew() {
        assertThat(said(mail(Optional.empty())).newText()).isEmpty();
        assertThat(said(mail(Optional.of(WHOLE))).newText()).isEmpty();
        assertThat(said(mail(Optional.of(" "))).newText()).isEmpty();
        assertThat(said(Optional.empty()).newText()).isEmpty();
    }

    private static Optional<Channel> mail(Optional<String> newText) {
        return Optional.of(new Mail(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Mail.Nature.REPLY,
                Optional.empty(),
                newText,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Mail.Protection.NONE));
    }

    private static TicketFile.Said said(Optional<Channel> channel) {
        return new TicketFile.Said(
                UUID.randomUUID(),
                "mail",
                Instant.EPOCH,
                "Nid-de-poule",
                WHOLE,
                true,
                channel,
                DeskData.person("Lucie", "Lemaire", "", "lucie@example.org"),
                Optional.empty(),
                List.of(),
                List.of(),
                "CERTAIN",
                List.of(),
                List.of());
    }
}
