package fr.aubette.thread;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Evidence;
import fr.aubette.model.Matter;
import fr.aubette.model.Threading;
import fr.aubette.model.TicketLink.Why;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketThreadingTest extends AnneHasAsked {

    @Test
    void joinsByInReplyTo() {
        Threading decided = decided(reply().text("Voici les pièces."));

        assertJoins(decided, 0.97, "in-reply-to");
    }

    @Test
    void joinsByReferencesWhenInReplyToIsMissing() {
        Threading decided = decided(mail().subject("Re: Demande d'APA").references("gone@example.org", FIRST));

        assertJoins(decided, 0.93, "references");
    }

    @Test
    void joinsAReplyFromAnotherAddressLessSurely() {
        Threading decided = decided(reply().from("bureau@example.com", "Secrétariat"));

        assertJoins(decided, 0.87, "in-reply-to");
    }

    @Test
    void joinsByTheNumberInTheAddress() {
        Threading decided = decided(mail().subject("Pièces")
                .to("contact+" + ticket.number.toLowerCase(java.util.Locale.ROOT) + "@departement.example"));

        assertJoins(decided, 0.9, "ticket-number");
    }

    @Test
    void joinsByTheNumberInTheSubject() {
        assertJoins(decided(mail().subject("Ma demande " + ticket.number)), 0.95, "ticket-number");
    }

    @Test
    void joinsByTheNumberInTheText() {
        assertJoins(
                decided(mail().subject("Relance").text("Ma demande est la " + ticket.number)), 0.9, "ticket-number");
    }

    @Test
    void countsANumberThatIsOnlyQuotedForLess() {
        Threading decided = decided(mail().subject("Re: Demande d'APA")
                .text("Merci.\n\nLe 2 nov. 2026 à 10:00, Contact a écrit :\n> Votre demande " + ticket.number));

        assertJoins(decided, 0.6 + 0.1, "same-sender-like-subject", "ticket-number-quoted");
    }

    @Test
    void doesNotFollowAQuotedNumberIntoAnotherSubject() {
        Threading decided = decided(mail().motive("VOIRIE")
                .subject("Nid-de-poule devant le collège")
                .text("Il y a un trou.\n\nLe 2 nov. 2026 à 10:00, Contact a écrit :\n> Votre demande "
                        + ticket.number));

        assertOpens(decided, Why.SAME_THREAD, "new-subject");
    }

    @Test
    void doesNotJoinByTheNumberOfSomebodyElse() {
        Threading decided = decided(mail().from("paul.garnier@example.org", "Paul Garnier")
                .citizen(PAUL)
                .motive("VOIRIE")
                .subject("Demande " + ticket.number)
                .text("Où en est-ce ?"));

        assertOpens(decided, Why.QUOTED, "number-of-another");
    }

    @Test
    void doesNotJoinByANumberFromAnAddressThatNobodyKnows() {
        assertOpens(
                decided(mail().from("x1@example.com", "").subject("Re: " + ticket.number)),
                Why.QUOTED,
                "number-of-another");
    }

    @Test
    void joinsByTheNumberFromTheCitizensOtherAddress() {
        assertJoins(
                decided(mail().from("a.martin@example.com", "MARTIN Anne").subject("Dossier " + ticket.number)),
                0.95,
                "ticket-number");
    }

    @Test
    void joinsByTheNumberWhoeverKnowsTheSubjectToo() {
        assertJoins(
                decided(mail().from("x1@example.com", "").subject("Re: Demande d'APA " + ticket.number)),
                0.7,
                "ticket-number");
    }

    @Test
    void believesNoNumberWithAWrongCheckLetter() {
        String wrong = ticket.number.substring(0, ticket.number.length() - 1) + "I";

        assertThat(decided(mail().citizen(PAUL)
                                .from("p@example.org", "Paul Garnier")
                                .subject(wrong)
                                .motive("VOIRIE"))
                        .links())
                .isEmpty();
    }

    @Test
    void joinsBySenderAndSubjectWithinTheWindow() {
        assertJoins(
                decided(mail().subject("RE : Demande d'APA")
                        .motive(Matter.TRIAGE)
                        .text("Avez-vous reçu ?")),
                0.7,
                "same-sender-like-subject");
    }

    @Test
    void joinsTheSameTextSentAgain() {
        Threading decided = decided(mail().subject("Rappel")
                .motive(Matter.TRIAGE)
                .text(
                        "Bonjour, je me permets de vous relancer : ma mère Jeanne ne peut plus faire sa toilette seule depuis "
                                + "son hospitalisation. Comment demander l'allocation personnalisée ?"));

        assertJoins(decided, 0.75, "same-sender-like-text");
    }

    @Test
    void opensAnotherTicketOutsideTheWindow() {
        assertThat(decided(mail().subject("Demande d'APA").motive(Matter.TRIAGE).after(Duration.ofDays(15)))
                        .joins())
                .isEmpty();
    }

    @Test
    void joinsTheSameCitizensSameMotiveWithinTheWindow() {
        assertJoins(
                decided(mail().from("autre@example.com", "Anne Martin")
                        .citizen(ANNE)
                        .subject("APA pour Jeanne")),
                0.75,
                "same-citizen-and-motive");
    }

    @Test
    void reopensByAReplyWithinTheDays() {
        ticket.endedAt = java.util.Optional.of(Letterbox.NOW);

        assertJoins(decided(reply().after(Duration.ofDays(29))), 0.97, "in-reply-to");
    }

    @Test
    void opensALinkedTicketForAReplyThatComesTooLate() {
        ticket.endedAt = java.util.Optional.of(Letterbox.NOW);

        assertOpens(decided(reply().after(Duration.ofDays(31))), Why.FOLLOWS, "ended-too-long-ago");
    }

    @Test
    void opensALinkedTicketForANumberThatComesTooLate() {
        ticket.endedAt = java.util.Optional.of(Letterbox.NOW);

        assertOpens(
                decided(mail().subject("Demande " + ticket.number).after(Duration.ofDays(31))),
                Why.FOLLOWS,
                "ended-too-long-ago");
    }

    @Test
    void opensANewMatterUnderANewSubjectInAnOldThread() {
        Threading decided = decided(reply().subject("Panneau tombé sur la RD 914")
                .motive("VOIRIE")
                .text("Un panneau est tombé hier dans le virage."));

        assertOpens(decided, Why.SAME_THREAD, "new-subject");
    }

    @Test
    void opensANewMatterUnderANewSubjectAlsoOfTheSameMotive() {
        assertOpens(
                decided(reply().citizen(ANNE)
                        .subject("Carte mobilité inclusion de mon frère")
                        .text("Comment l'obtenir pour lui ?")),
                Why.SAME_THREAD,
                "new-subject");
    }

    @Test
    void staysInTheThreadWhenTheSubjectIsSlightlyEdited() {
        for (String edited : List.of(
                "Re: demande d’APA",
                "RE : RE: Demande d'APA",
                "TR: Re[2]: Demande d'APA",
                "[EXTERNE] Re: Demande d'APA",
                "Re: [Usagers] Demande d'APA",
                "Demande d'APA pour ma mère Jeanne",
                "Demande dAPA",
                "Re: Demande APA - pièces manquantes",
                "Documents demandés",
                "(sans objet)",
                "Re:",
                "URGENT !",
                "***SPAM*** Re: Demande d'APA",
                "Fwd: Demande d'APA (fwd)")) {
            assertThat(decided(reply().subject(edited).motive("CMI").text("Voici."))
                            .joins())
                    .as(edited)
                    .contains(ticket.id);
        }
    }

    @Test
    void staysInTheThreadWhenTheWordsGoOnWithIt() {
        assertThat(decided(reply().subject("Jeanne Martin, 12 rue des Lilas")
                                .text("Suite à votre courriel, voici son avis d'imposition."))
                        .joins())
                .contains(ticket.id);
    }

    @Test
    void leavesTheThreadWhenTheWordsSayThatItIsAnotherQuestion() {
        assertOpens(
                decided(reply().subject("Transport scolaire")
                        .motive("TRANSPORT")
                        .text("Merci pour votre réponse. J'ai une autre question : comment inscrire mon fils ?")),
                Why.SAME_THREAD,
                "new-subject");
    }

    @Test
    void keepsDangerOutOfAnOrdinaryTicket() {
        Threading decided = decided(reply().motive("CRIP").inDanger());

        assertThat(decided.joins()).isEmpty();
        assertThat(decided.links()).isEmpty();
    }

    @Test
    void choosesTheNumberWrittenByHandOverTheThread() {
        Memory.Ticket other = memory.ticket();
        other.citizen = java.util.Optional.of(ANNE);
        other.citizenName = "Anne Martin";
        memory.keep(
                other,
                "contact",
                mail().subject("Carte mobilité").messageId("second@example.org").contact());

        Threading decided = decided(mail().inReplyTo("unknown@example.org")
                .references(FIRST)
                .subject("Re: Demande d'APA")
                .text("En fait je parle de " + other.number + " : " + "x".repeat(10)));

        assertThat(decided.evidence()).extracting(Evidence::rule).contains("references");
        assertThat(decided.joins()).contains(ticket.id);
        assertThat(decided(mail().subject("Ma demande " + other.number).references(FIRST))
                        .joins())
                .contains(other.id);
    }
}
