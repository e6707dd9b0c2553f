package fr.aubette.answer;

import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.Answer.Medium;
import fr.aubette.answer.Answer.State;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import fr.aubette.model.TicketId;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acknowledges a request in the words of its motive's template (CRPA L112-3, R112-5): to the address that the citizen
 * wrote from, else on paper. What it cannot state stops it here, and again at the gate.
 */
@Component
@Transactional
public class Acknowledging {

    private static final Set<State> UNDER_WAY = Set.of(State.READY, State.SENDING, State.PAPER);

    private final AnswerBook book;
    private final TicketRows tickets;
    private final FactsBook facts;
    private final Passages passages;
    private final Places places;
    private final Templates templates;
    private final Letterhead letterhead;
    private final Catalogue catalogue;
    private final History history;
    private final AnswerSettings settings;
    private final Clock clock;

    Acknowledging(
            AnswerBook book,
            TicketRows tickets,
            FactsBook facts,
            Passages passages,
            Places places,
            Templates templates,
            Letterhead letterhead,
            Catalogue catalogue,
            History history,
            AnswerSettings settings,
            Clock clock) {
        this.book = book;
        this.tickets = tickets;
        this.facts = facts;
        this.passages = passages;
        this.places = places;
        this.templates = templates;
        this.letterhead = letterhead;
        this.catalogue = catalogue;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    /** The template by which a ticket of this motive is acknowledged; empty when none is owed (CRPA R112-4). */
    public Optional<Template> template(String code) {
        Motive motive = catalogue.motives().get(code);
        return motive == null ? Optional.empty() : templates.find(motive.guide().receipt());
    }

    /**
     * Sends it, or puts it among what is to be posted.
     *
     * @return where it is: ready to leave, or on paper
     * @throws CannotLeave naming what it could not state, or why none is owed
     * @throws TooLate if one is on its way
     */
    public State acknowledge(TicketId id, Actor agent) {
        TicketRows.Row ticket = tickets.lock(id).orElseThrow(() -> new TooLate(-1));
        if (book.of(id).stream()
                .anyMatch(each -> each.kind() == Kind.ACKNOWLEDGEMENT && UNDER_WAY.contains(each.state()))) {
            throw new TooLate(-1);
        }
        Template template = template(ticket.motive()).orElseThrow(() -> new CannotLeave(Stop.of(Stop.Why.NO_RECEIPT)));
        TicketFacts about = facts.of(id);
        Answer answer = answer(template, about, agent);
        GateRules.acknowledges(passages.of(answer), answer.finalText().orElseThrow())
                .ifPresent(stop -> {
                    throw new CannotLeave(stop);
                });
        book.insert(answer);
        history.tell(
                ticket,
                answer.state() == State.PAPER ? "acknowledgement-paper" : "acknowledgement-prepared",
                agent.login(),
                Map.of("answer", answer.id().toString()));
        return answer.state();
    }

    private Answer answer(Template template, TicketFacts about, Actor agent) {
        Optional<String> mailbox = settings.mailboxByHand(about.source());
        Optional<String> address =
                mailbox.flatMap(each -> about.addresses().stream().findFirst());
        AgentCard card = letterhead.card(agent.login(), agent.name());
        Instant now = clock.instant();
        return new Answer(
                new AnswerId(UUID.randomUUID()),
                about.ticket(),
                Kind.ACKNOWLEDGEMENT,
                address.isPresent() ? Medium.MAIL : Medium.LETTER,
                address.isPresent() ? State.READY : State.PAPER,
                0,
                agent.login(),
                agent.name(),
                mailbox.orElse(""),
                address.orElse(""),
                template.subject(),
                template.text(),
                template.code(),
                Map.of(),
                Optional.of(filled(template.subject(), about, card)),
                Optional.of(filled(template.text(), about, card)),
                List.of(),
                address.map(each -> now.plus(settings.undo())),
                0,
                Optional.empty(),
                now,
                now,
                Optional.empty());
    }

    private String filled(String text, TicketFacts about, AgentCard card) {
        return places.fill(text, about, card, Map.of(), Map.of());
    }
}
