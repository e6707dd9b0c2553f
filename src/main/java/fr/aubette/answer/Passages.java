package fr.aubette.answer;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the gate's rules look at. */
@Component
class Passages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final FactsBook facts;
    private final Wishes wishes;
    private final StepBook steps;
    private final AnswerBook book;
    private final AnswerSettings settings;
    private final Catalogue catalogue;
    private final Templates templates;
    private final Clock clock;

    Passages(
            FactsBook facts,
            Wishes wishes,
            StepBook steps,
            AnswerBook book,
            AnswerSettings settings,
            Catalogue catalogue,
            Templates templates,
            Clock clock) {
        this.templates = templates;
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
                approval(answer, ticket.motive()),
                steps.of(answer.id()),
                duty(answer, ticket),
                automatic(answer));
    }

    GateRules rules() {
        return new GateRules(settings.maxAutomatic());
    }

    /** An acknowledgement in the very words of its template decides nothing: nobody has to agree to it. */
    private Motive.Approval approval(Answer answer, String code) {
        Motive motive = catalogue.motives().get(code);
        boolean asShipped = answer.kind() == Answer.Kind.ACKNOWLEDGEMENT
                && templates
                        .find(answer.template())
                        .filter(each -> each.text().equals(answer.text())
                                && each.subject().equals(answer.subject()))
                        .isPresent();
        return motive == null || asShipped ? Motive.Approval.NONE : motive.approval();
    }

    private Optional<Duty> duty(Answer answer, TicketFacts ticket) {
        return answer.kind() == Answer.Kind.ACKNOWLEDGEMENT ? Optional.of(duty(ticket)) : Optional.empty();
    }

    Duty duty(TicketFacts ticket) {
        Motive motive = catalogue.motives().get(ticket.motive());
        Directorate directorate = catalogue.directorates().get(ticket.directorate());
        return new Duty(
                motive != null && !motive.guide().receipt().isBlank(),
                ticket.transferred(),
                LocalDate.ofInstant(ticket.receivedAt(), PARIS),
                directorate == null ? "" : directorate.label(),
                directorate == null ? "" : directorate.address(),
                directorate == null ? "" : directorate.phone(),
                ticket.silence());
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
