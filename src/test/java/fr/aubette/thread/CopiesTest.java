package fr.aubette.thread;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Matter;
import fr.aubette.model.Threaded;
import fr.aubette.model.Threading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A mail that has come before, to another mailbox or by a colleague's hand, opens nothing. */
class CopiesTest extends AnneHasAsked {

    @Test
    void takesTheSameMailToAnotherMailboxForACopy() {
        Threaded threaded = threading.thread(mail().messageId(FIRST)
                .source("direction")
                .text(
                        "Bonjour, ma mère Jeanne ne peut plus faire sa toilette seule depuis son hospitalisation. "
                                + "Comment demander l'allocation personnalisée pour elle ?\n\n-- \nMessage vérifié par l'antivirus")
                .classified());

        assertThat(threaded.threadings()).isEmpty();
        assertThat(threaded.whyNothing()).contains("copie d'un courriel déjà reçu");
        assertThat(threaded.suppressed().orElseThrow().notice().orElseThrow().ticket())
                .isEqualTo(ticket.id);
        assertThat(threaded.suppressed().orElseThrow().notice().orElseThrow().text())
                .isEqualTo("le même courriel est aussi arrivé dans la boîte direction");
    }

    @Test
    void takesTheSameWordsAtTheSameTimeForACopyWhereThereIsNoMessageId() {
        Letterbox without = mail().messageId("")
                .subject("Nid-de-poule")
                .text("Un trou sur la RD 12.")
                .motive("VOIRIE");
        memory.keep(memory.ticket(), "contact", without.after(Duration.ZERO).contact());

        assertThat(threading
                        .thread(without.source("direction")
                                .after(Duration.ofMinutes(5))
                                .classified())
                        .suppressed())
                .isPresent();
        assertThat(threading
                        .thread(without.after(Duration.ofMinutes(16)).classified())
                        .suppressed())
                .isEmpty();
    }

    @Test
    void takesAnotherMailUnderAUsedMessageIdForWhatItIs() {
        Threaded other = threading.thread(mail().messageId(FIRST)
                .from("copieur@example.com", "Scanner")
                .subject("Scan 0001")
                .text("Numérisation")
                .motive(Matter.TRIAGE)
                .classified());

        assertThat(other.suppressed()).isEmpty();
        assertThat(other.threadings().get(0).joins()).isEmpty();
    }

    @Test
    void joinsTheCopyThatAColleaguePassesOn() {
        Threading byReferences = decided(mail().from("agent@departement.example", "Léa Agent")
                .subject("TR: Demande d'APA")
                .references(FIRST)
                .text("Pour toi.\n\nDe : Anne Martin\nEnvoyé : lundi\nBonjour, ma mère Jeanne…"));
        assertThat(byReferences.joins()).contains(ticket.id);
        Threading byWords = decided(mail().subject("TR : Demande d'APA")
                .motive(Matter.TRIAGE)
                .text(
                        "\n-----Message d'origine-----\nBonjour, ma mère Jeanne ne peut plus faire sa toilette seule depuis "
                                + "son hospitalisation. Comment demander l'allocation personnalisée pour elle ?"));

        assertThat(byWords.joins()).contains(ticket.id);
    }
}
