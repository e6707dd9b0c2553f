package fr.aubette.answer;

import fr.aubette.answer.Answer.State;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketRows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a draft to what leaves: submitted, seen, signed; taken back while nothing has left. */
@Component
@Transactional
public class Submitting {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final AnswerBook book;
    private final StepBook steps;
    private final PrintBook printing;
    private final TicketRows tickets;
    private final Passages passages;
    private final Templates templates;
    private final Places places;
    private final Letterhead letterhead;
    private final Delegations delegations;
    private final Catalogue catalogue;
    private final History history;
    private final AnswerSettings settings;
    private final Clock clock;

    Submitting(
            AnswerBook book,
            StepBook steps,
            PrintBook printing,
            TicketRows tickets,
            Passages passages,
            Templates templates,
            Places places,
            Letterhead letterhead,
            Delegations delegations,
            Catalogue catalogue,
            History history,
            AnswerSettings settings,
            Clock clock) {
        this.book = book;
        this.steps = steps;
        this.printing = printing;
        this.tickets = tickets;
        this.passages = passages;
        this.templates = templates;
        this.places = places;
        this.letterhead = letterhead;
        this.delegations = delegations;
        this.catalogue = catalogue;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Freezes the draft and sends it on its way: to the first visa or signature, or out.
     *
     * @throws CannotLeave if something would stop it, which its author can mend now
     * @throws TooLate if it is no longer this version of a draft
     */
    public void submit(AnswerId id, long version, Actor author) {
        TicketRows.Row ticket = ticket(id);
        Answer draft = locked(id, State.DRAFT);
        if (draft.version() != version) {
            throw new TooLate(draft.version());
        }
        Passage passage = passages.of(draft);
        passages.rules().stopOfDraft(passage).ifPresent(stop -> {
            throw new CannotLeave(stop);
        });
        Map<String, Variable> variables =
                templates.find(draft.template()).map(Template::variables).orElse(Map.of());
        AgentCard agent = letterhead.card(draft.author(), draft.authorName());
        String subject = places.fill(draft.subject(), passage.facts(), agent, variables, draft.fields());
        String text = places.fill(draft.text(), passage.facts(), agent, variables, draft.fields());
        if (subject.isBlank() || text.isBlank()) {
            throw new CannotLeave(Stop.of(Stop.Why.EMPTY));
        }
        dated(draft);
        GateRules.acknowledges(passage, text).ifPresent(stop -> {
            throw new CannotLeave(stop);
        });
        book.freeze(id, subject.substring(0, Math.min(subject.length(), Answer.MAX_SUBJECT)), text);
        List<Step> asked = asked(passage);
        steps.begin(id, asked);
        onwards(id, asked.stream().findFirst());
        tell(ticket, "answer-submitted", author, id, "");
    }

    /** A holding answer, or one that asks for pieces, without its date would say nothing. */
    private void dated(Answer draft) {
        templates
                .find(draft.template())
                .map(template -> template.use().date())
                .filter(name -> !name.isBlank())
                .filter(name ->
                        Variable.day(draft.fields().getOrDefault(name, "")).isEmpty())
                .ifPresent(name -> {
                    throw new CannotLeave(new Stop(Stop.Why.VARIABLE, name));
                });
    }

    private List<Step> asked(Passage passage) {
        int round = StepBook.round(passage.steps()) + 1;
        List<Step> asked = new ArrayList<>();
        passage.approval().visas().forEach(post -> asked.add(step(round, asked.size() + 1, Step.Kind.VISA, post)));
        if (passage.approval().signature()) {
            asked.add(step(round, asked.size() + 1, Step.Kind.SIGNATURE, ""));
        }
        return asked;
    }

    private static Step step(int round, int place, Step.Kind kind, String post) {
        return new Step(
                round,
                place,
                kind,
                post,
                Step.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** To the next step, or out when there is none. */
    private void onwards(AnswerId id, Optional<Step> next) {
        if (next.isEmpty() && book.find(id).orElseThrow().medium() == Answer.Medium.LETTER) {
            book.move(id, State.PAPER, Optional.empty(), Optional.empty());
        } else if (next.isEmpty()) {
            book.move(id, State.READY, Optional.of(clock.instant().plus(settings.undo())), Optional.empty());
        } else {
            State waits = next.get().kind() == Step.Kind.VISA ? State.VISA : State.SIGNATURE;
            book.move(id, waits, Optional.empty(), Optional.empty());
        }
    }

    /** Makes a draft of it again; nothing of it has left. A letter that lies in a batch to be printed stays. */
    public void takeBack(AnswerId id, Actor by) {
        TicketRows.Row ticket = ticket(id);
        Answer answer = book.lock(id)
                .filter(each -> each.canComeBack() && each.kind() != Answer.Kind.RECEIPT)
                .filter(each -> !printing.holds(each.id()))
                .orElseThrow(() -> new TooLate(-1));
        book.move(answer.id(), State.DRAFT, Optional.empty(), Optional.empty());
        tell(ticket, "answer-withdrawn", by, id, "");
    }

    /** Whether she may decide the step that an answer waits for. */
    @Transactional(readOnly = true)
    public boolean mayDecide(Answer answer, String motive, Actor actor) {
        return steps.next(answer.id()).map(step -> may(step, motive, actor)).orElse(false);
    }

    private boolean may(Step step, String motive, Actor actor) {
        return step.kind() == Step.Kind.VISA
                ? delegations.mayAgree(step.post(), actor.names(), today())
                : signing(motive, actor).isPresent();
    }

    /** Agrees or signs; a signature is hers alone, a visa also her deputy's. */
    public void agree(AnswerId id, Actor actor) {
        TicketRows.Row ticket = ticket(id);
        Step step = waiting(id, ticket, actor);
        Optional<String> signedAs = step.kind() == Step.Kind.SIGNATURE
                ? signing(ticket.motive(), actor).map(Delegations.Signing::lines)
                : Optional.empty();
        decide(id, step, Step.State.GIVEN, actor.login(), signedAs, "");
        onwards(id, steps.next(id));
        tell(ticket, step.kind() == Step.Kind.VISA ? "answer-agreed" : "answer-signed", actor, id, "");
    }

    /** Sends it back to its author with a remark. */
    public void refuse(AnswerId id, Actor actor, String remark) {
        String why = remark.replace("\0", "").strip();
        if (why.isEmpty() || why.length() > 2_000) {
            throw new CannotLeave(Stop.of(Stop.Why.EMPTY));
        }
        TicketRows.Row ticket = ticket(id);
        Step step = waiting(id, ticket, actor);
        decide(id, step, Step.State.REFUSED, actor.login(), Optional.empty(), why);
        book.move(id, State.DRAFT, Optional.empty(), Optional.empty());
        tell(ticket, "answer-refused", actor, id, why);
    }

    /** What the outside signature book says; it answers for who signed. */
    public boolean fromBook(AnswerId id, boolean signed, String by, String signedAs, String remark) {
        TicketRows.Row ticket = ticket(id);
        Optional<Step> step =
                book.lock(id).filter(each -> each.state() == State.SIGNATURE).flatMap(each -> steps.next(id));
        step.ifPresent(each -> {
            Actor actor = new Actor(by, by, List.of());
            decide(id, each, signed ? Step.State.GIVEN : Step.State.REFUSED, by, Optional.of(signedAs), remark);
            if (signed) {
                onwards(id, steps.next(id));
            } else {
                book.move(id, State.DRAFT, Optional.empty(), Optional.empty());
            }
            tell(ticket, signed ? "answer-signed" : "answer-refused", actor, id, remark);
        });
        return step.isPresent();
    }

    private void decide(
            AnswerId id, Step step, Step.State state, String actor, Optional<String> signedAs, String remark) {
        steps.decide(
                id,
                new Step(
                        step.round(),
                        step.place(),
                        step.kind(),
                        step.post(),
                        state,
                        Optional.of(actor),
                        signedAs.filter(each -> state == Step.State.GIVEN),
                        Optional.of(remark).filter(each -> !each.isBlank()),
                        Optional.of(clock.instant())));
    }

    private Step waiting(AnswerId id, TicketRows.Row ticket, Actor actor) {
        return book.lock(id)
                .filter(each -> each.state() == State.VISA || each.state() == State.SIGNATURE)
                .flatMap(each -> steps.next(id))
                .filter(each -> may(each, ticket.motive(), actor))
                .orElseThrow(() -> new TooLate(-1));
    }

    private Optional<Delegations.Signing> signing(String code, Actor actor) {
        Motive motive = catalogue.motives().get(code);
        return motive == null ? Optional.empty() : delegations.signing(motive, actor.login(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private Answer locked(AnswerId id, State state) {
        return book.lock(id).filter(each -> each.state() == state).orElseThrow(() -> new TooLate(-1));
    }

    private TicketRows.Row ticket(AnswerId id) {
        return book.find(id).flatMap(found -> tickets.lock(found.ticket())).orElseThrow(() -> new TooLate(-1));
    }

    private void tell(TicketRows.Row ticket, String kind, Actor actor, AnswerId id, String remark) {
        history.tell(ticket, kind, actor.login(), Map.of("answer", id.toString(), "remark", remark));
    }
}
