package fr.aubette.answer;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands under an answer: who signed it, and who is in charge (CRPA L111-2), unless safety forbids. */
@Component
class Letterhead {

    private final AgentCards cards;
    private final Catalogue catalogue;

    Letterhead(AgentCards cards, Catalogue catalogue) {
        this.cards = cards;
        this.catalogue = catalogue;
    }

    /** The frozen text and what stands under it. */
    String under(Answer answer, Passage passage) {
        String text = answer.finalText().orElseThrow();
        if (answer.kind() == Answer.Kind.RECEIPT
                || answer.kind() == Answer.Kind.TRANSFER
                || answer.kind().inside()) {
            return text;
        }
        return Stream.of(Optional.of(text.strip()), signature(passage), inCharge(answer, passage.facts()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
    }

    AgentCard card(String login, String name) {
        return cards.find(login).orElseGet(() -> AgentCard.of(name));
    }

    private static Optional<String> signature(Passage passage) {
        int round = StepBook.round(passage.steps());
        return passage.steps().stream()
                .filter(each -> each.round() == round && each.kind() == Step.Kind.SIGNATURE)
                .flatMap(each -> each.signedAs().stream())
                .findFirst();
    }

    private Optional<String> inCharge(Answer answer, TicketFacts facts) {
        if (facts.protectedLane()) {
            return Optional.empty();
        }
        AgentCard card = card(answer.author(), answer.authorName());
        Directorate directorate = catalogue.directorates().get(facts.directorate());
        String house = directorate == null ? facts.directorate() : directorate.label();
        String address = card.address().isBlank() && directorate != null ? directorate.address() : card.address();
        String phone = card.phone().isBlank() && directorate != null ? directorate.phone() : card.phone();
        String who = card.unnamed()
                ? house
                : Stream.of(card.name(), card.function(), house)
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining(", "));
        return Optional.of(Stream.of("Votre demande " + facts.number() + " est suivie par : " + who, address, phone)
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n")));
    }
}
