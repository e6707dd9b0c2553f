package fr.aubette.thread;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.CitizenId;
import fr.aubette.model.Evidence;
import fr.aubette.model.Threading;
import fr.aubette.model.TicketLink;
import fr.aubette.model.TicketLink.Why;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A ticket of Anne's about APA, opened by her mail {@value #FIRST} and confirmed by our receipt. */
abstract class AnneHasAsked {

    static final String FIRST = "first@example.org";
    static final Duration HOUR = Duration.ofHours(1);
    static final CitizenId ANNE = new CitizenId(UUID.randomUUID());
    static final CitizenId PAUL = new CitizenId(UUID.randomUUID());

    final Memory memory = new Memory();
    final TicketThreading threading = new TicketThreading(
            memory,
            memory,
            new ThreadSettings(Duration.ofDays(14), Duration.ofDays(30)),
            new FloodSettings(Duration.ofHours(1), 30, 50, List.of()));
    Memory.Ticket ticket;

    @BeforeEach
    void anneHasAskedForApa() {
        ticket = memory.ticket();
        ticket.citizen = java.util.Optional.of(ANNE);
        ticket.citizenName = "Anne Martin";
        memory.keep(
                ticket,
                "contact",
                Letterbox.mail()
                        .messageId(FIRST)
                        .text(
                                "Bonjour, ma mère Jeanne ne peut plus faire sa toilette seule depuis son hospitalisation. "
                                        + "Comment demander l'allocation personnalisée pour elle ?")
                        .contact());
        memory.keep(
                ticket,
                "",
                Letterbox.mail()
                        .from("contact@departement.example", "Conseil départemental")
                        .messageId("receipt@departement.example")
                        .subject("Votre demande " + ticket.number + " est enregistrée")
                        .text("Bonjour, votre demande est bien enregistrée.")
                        .contact());
    }

    static Letterbox mail() {
        return Letterbox.mail().after(HOUR);
    }

    static Letterbox reply() {
        return mail().subject("Re: Demande d'APA").inReplyTo(FIRST);
    }

    Threading decided(Letterbox mail) {
        return threading.thread(mail.classified()).threadings().get(0);
    }

    void assertJoins(Threading decided, double confidence, String... rules) {
        assertThat(decided.joins()).contains(ticket.id);
        assertThat(decided.evidence()).extracting(Evidence::rule).contains(rules);
        assertThat(decided.confidence()).isCloseTo(confidence, org.assertj.core.api.Assertions.within(0.001));
    }

    void assertOpens(Threading decided, Why why, String rule) {
        assertThat(decided.joins()).isEmpty();
        assertThat(decided.links()).containsExactly(new TicketLink(ticket.id, why));
        assertThat(decided.evidence()).extracting(Evidence::rule).contains(rule);
    }
}
