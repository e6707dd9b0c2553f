package fr.aubette.answer;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the gate's rules look at. */
@Component
class Passages {

    private final FactsBook facts;
    private final Wishes wishes;
    private final StepBook steps;
    private final AnswerBook book;
    private final AnswerSettings settings;
    private final Catalogue catalogue;
    private final Clock clock;

    Passages(
            FactsBook facts,
            Wishes wishes,
            StepBook steps,
            AnswerBook book,
            AnswerSettings settings,
            Catalogue catalogue,
            Clock clock) {
        this.facts = facts;
        this.wishes = wishes;
        this.steps = steps;
        this.book = book;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Passage of(Answer answer) {
        TicketFacts ticket = facts.of(answer.ticket());
        return new Passage(
                answer,
                ticket,
                Optional.ofNullable(settings.mailboxes().get(answer.mailbox())),
                ours(),
                wishes(answer, ticket),
                approval(ticket.motive()),
                steps.of(answer.id()),
                automatic(answer));
    }

    GateRules rules() {
        return new GateRules(settings.maxAutomatic());
    }

    Motive.Approval approval(String code) {
        Motive motive = catalogue.motives().get(code);
        return motive == null ? Motive.Approval.NONE : motive.approval();
    }

    private int automatic(Answer answer) {
        return answer.kind() == Answer.Kind.RECEIPT
                ? book.automaticSince(answer, clock.instant().minus(settings.automaticWindow()))
                : 0;
    }

    private List<Wish> wishes(Answer answer, TicketFacts ticket) {
        return ticket.citizen().map(wishes::of).orElseGet(() -> wishes.ofAddress(answer.recipient()));
    }

    private Set<String> ours() {
        return settings.mailboxes().values().stream()
                .map(each -> Answer.addressKey(each.address()))
                .collect(Collectors.toSet());
    }
}
