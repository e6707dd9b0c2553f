package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.answer.Acknowledging;
import fr.aubette.answer.Actor;
import fr.aubette.answer.Answer;
import fr.aubette.answer.Answer.Medium;
import fr.aubette.answer.Answer.State;
import fr.aubette.answer.AnswerBook;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.AnswerSettings;
import fr.aubette.answer.Composing;
import fr.aubette.answer.Delegations;
import fr.aubette.answer.FactsBook;
import fr.aubette.answer.Step;
import fr.aubette.answer.StepBook;
import fr.aubette.answer.Submitting;
import fr.aubette.answer.Template;
import fr.aubette.answer.Templates;
import fr.aubette.answer.Variable;
import fr.aubette.answer.Wish;
import fr.aubette.answer.Wishes;
import fr.aubette.desk.TicketFile.Header;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import fr.aubette.model.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers a ticket's answers for its pages. */
@Component
@Transactional(readOnly = true)
class AnswerDesk {

    /** Most answers shown as waiting for somebody. */
    private static final int MOST = 200;

    private final AnswerBook book;
    private final StepBook steps;
    private final FactsBook facts;
    private final Wishes wishes;
    private final Composing composing;
    private final Submitting submitting;
    private final Templates templates;
    private final Delegations delegations;
    private final AnswerSettings settings;
    private final Catalogue catalogue;
    private final Acknowledging acknowledging;

    AnswerDesk(
            AnswerBook book,
            StepBook steps,
            FactsBook facts,
            Wishes wishes,
            Composing composing,
            Submitting submitting,
            Templates templates,
            Delegations delegations,
            AnswerSettings settings,
            Catalogue catalogue,
            Acknowledging acknowledging) {
        this.acknowledging = acknowledging;
        this.book = book;
        this.steps = steps;
        this.facts = facts;
        this.wishes = wishes;
        this.composing = composing;
        this.submitting = submitting;
        this.templates = templates;
        this.delegations = delegations;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    static Actor actor(Viewer viewer) {
        return new Actor(viewer.login(), viewer.displayName(), viewer.names());
    }

    /**
     * An answer with all that was said of it.
     *
     * @param mayDecide whether the viewer may agree to it, or sign it, now
     */
    record Shown(Answer answer, List<Step> steps, boolean mayDecide, String motive) {

        /** What it waits for, or the last that was said. */
        public Optional<Step> next() {
            return steps.stream()
                    .filter(each -> each.state() == Step.State.WAITING)
                    .findFirst();
        }
    }

    /** Those to the citizen or a partner that are no drafts any more, oldest first. */
    List<Shown> shown(Header ticket, Viewer viewer) {
        return book.of(ticket.id()).stream()
                .filter(each -> each.state() != State.DRAFT && !each.kind().inside())
                .map(each -> shown(each, ticket.motive(), viewer))
                .toList();
    }

    boolean belongs(Header ticket, AnswerId answer) {
        return composing.ofTicket(ticket.id(), answer).isPresent();
    }

    private Shown shown(Answer answer, String motive, Viewer viewer) {
        return new Shown(answer, steps.of(answer.id()), submitting.mayDecide(answer, motive, actor(viewer)), motive);
    }

    /** Whether an acknowledgement is still owed, and none is on its way. */
    boolean acknowledgeable(TicketFile file, List<Shown> written) {
        boolean owed = file.deadlines().stream()
                .anyMatch(each -> each.kind().equals("ARE") || each.kind().equals("ACKNOWLEDGEMENT"));
        boolean paper = file.contacts().stream().anyMatch(each -> each.kind().equals("letter"));
        boolean under = written.stream()
                .map(Shown::answer)
                .anyMatch(each -> each.kind() == Answer.Kind.ACKNOWLEDGEMENT && each.state() != State.STOPPED);
        return (owed || paper)
                && !under
                && acknowledging.template(file.header().motive()).isPresent();
    }

    /** The citizen's wishes in force; empty when it is not known who that is. */
    Optional<List<Wish>> wishes(Header ticket) {
        return facts.of(ticket.id()).citizen().map(wishes::of);
    }

    /** Those that this viewer may decide, oldest first. */
    List<Waiting> waiting(Viewer viewer) {
        return book.waiting(MOST).stream()
                .map(each -> {
                    var about = facts.of(each.ticket());
                    return new Waiting(shown(each, about.motive(), viewer), about.number(), about.protectedLane());
                })
                .filter(each -> each.shown().mayDecide())
                .toList();
    }

    /** An answer that waits for the viewer, and its ticket. */
    record Waiting(Shown shown, String number, boolean protectedLane) {}

    Composer composer(Header ticket, Viewer viewer) {
        Actor actor = actor(viewer);
        Optional<Answer> mine = composing.mine(ticket.id(), actor);
        Answer draft = mine.orElseGet(() -> composing.blank(ticket.id(), actor));
        return new Composer(
                draft,
                mine.isPresent(),
                fitting(ticket),
                fields(draft),
                facts.of(ticket.id()).addresses(),
                colleagues(ticket.id(), draft),
                mine.map(each -> book.late(each.id())).orElse(List.of()),
                draft.medium() == Medium.LETTER ? draft.recipient() : composing.recipient(ticket.id(), Medium.LETTER),
                draft.medium() == Medium.LETTER || settings.mailboxes().containsKey(draft.mailbox()),
                needs(ticket.motive()),
                refusal(mine));
    }

    private List<Template> fitting(Header ticket) {
        return templates.all().values().stream()
                .filter(each -> !each.use().automatic())
                .filter(each -> each.fits(ticket.motive(), ticket.directorate()))
                .sorted(Comparator.comparing(Template::title))
                .toList();
    }

    /** Only what the text still uses is asked for; a holding answer's date always. */
    private List<Composer.Field> fields(Answer draft) {
        Map<String, Variable> variables =
                templates.find(draft.template()).map(Template::variables).orElse(Map.of());
        String date =
                templates.find(draft.template()).map(each -> each.use().date()).orElse("");
        Set<String> places = Template.places(draft.subject() + "\n" + draft.text());
        return variables.values().stream()
                .filter(each -> places.contains(each.name()) || each.name().equals(date))
                .sorted(Comparator.comparing(Variable::label))
                .map(each -> new Composer.Field(each, draft.fields().getOrDefault(each.name(), "")))
                .toList();
    }

    private List<Answer> colleagues(TicketId ticket, Answer own) {
        return book.of(ticket).stream()
                .filter(each -> each.state() == State.DRAFT && !each.id().equals(own.id()))
                .filter(each -> !each.text().isBlank())
                .toList();
    }

    private Composer.Needs needs(String code) {
        Motive motive = catalogue.motives().get(code);
        Motive.Approval approval = motive == null ? Motive.Approval.NONE : motive.approval();
        return new Composer.Needs(approval.visas().stream().map(this::post).toList(), approval.signature());
    }

    /** A post as people read it. */
    String post(String code) {
        Delegations.Post post = delegations.posts().get(code);
        return post == null ? code : post.title();
    }

    private String refusal(Optional<Answer> mine) {
        return mine.flatMap(each -> steps.of(each.id()).stream()
                        .filter(step -> step.state() == Step.State.REFUSED)
                        .reduce((former, latter) -> latter))
                .flatMap(Step::remark)
                .orElse("");
    }
}
