package fr.aubette.answer;

import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.Answer.Medium;
import fr.aubette.answer.Answer.State;
import fr.aubette.answer.AnswerBook.Text;
import fr.aubette.answer.paper.WindowAddress;
import fr.aubette.model.Content;
import fr.aubette.model.TicketId;
import fr.aubette.ticket.TicketRows;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What authors do: each has a draft of her own on a ticket, kept here from its first words on. */
@Component
@Transactional
public class Composing {

    private final AnswerBook book;
    private final TicketRows tickets;
    private final FactsBook facts;
    private final Templates templates;
    private final Places places;
    private final Letterhead letterhead;
    private final AnswerFiles files;
    private final AnswerSettings settings;
    private final Clock clock;

    Composing(
            AnswerBook book,
            TicketRows tickets,
            FactsBook facts,
            Templates templates,
            Places places,
            Letterhead letterhead,
            AnswerFiles files,
            AnswerSettings settings,
            Clock clock) {
        this.book = book;
        this.tickets = tickets;
        this.facts = facts;
        this.templates = templates;
        this.places = places;
        this.letterhead = letterhead;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps a draft that was begun elsewhere, with its files. */
    void begin(Answer draft) {
        tickets.lock(draft.ticket());
        book.insert(draft);
        draft.files().forEach(file -> book.addFile(draft.id(), file));
    }

    /** Her draft on this ticket, or that of an absent whom she replaces; made when there is none. */
    public Answer open(TicketId ticket, Actor author) {
        tickets.lock(ticket);
        return mine(ticket, author).orElseGet(() -> {
            Answer fresh = fresh(ticket, author);
            book.insert(fresh);
            return fresh;
        });
    }

    /** The draft that {@link #open} would give, if there is one. */
    public Optional<Answer> mine(TicketId ticket, Actor author) {
        return book.of(ticket).stream()
                .filter(each -> each.state() == State.DRAFT)
                .filter(each ->
                        each.author().equals(author.login()) || author.names().contains(each.author()))
                .max(Comparator.comparing((Answer each) -> each.author().equals(author.login()))
                        .thenComparing(Answer::savedAt));
    }

    /** An answer of this ticket. */
    public Optional<Answer> ofTicket(TicketId ticket, AnswerId answer) {
        return book.find(answer).filter(each -> each.ticket().equals(ticket));
    }

    /** What a new draft would begin with; nothing is written. */
    public Answer blank(TicketId ticket, Actor author) {
        return fresh(ticket, author);
    }

    /**
     * Keeps what is typed; whether it is a holding answer follows from its template.
     *
     * @param version that the page showed
     * @return the draft's version by now
     * @throws TooLate if it was saved elsewhere meanwhile, or is no draft any more; the text is kept beside it
     */
    @Transactional(noRollbackFor = TooLate.class)
    public long save(AnswerId id, long version, Actor author, Text text) {
        Answer draft = book.lock(id).orElseThrow(() -> new TooLate(-1));
        Text kept = bounded(text);
        if (draft.state() != State.DRAFT || draft.version() != version) {
            book.keepLate(id, author.login(), kept, clock.instant());
            throw new TooLate(draft.version());
        }
        return book.save(draft, kept, clock.instant());
    }

    /** Begins again with a template; its kind follows. */
    public void use(AnswerId id, long version, Template template, Actor author) {
        Answer draft = draft(id);
        TicketFacts about = facts.of(draft.ticket());
        AgentCard agent = letterhead.card(author.login(), author.name());
        save(
                id,
                version,
                author,
                new Text(
                        Kind.REPLY,
                        draft.medium(),
                        draft.recipient(),
                        begun(template.subject(), template, about, agent),
                        begun(template.text(), template, about, agent),
                        template.code(),
                        draft.fields()));
    }

    /** What the program knows is filled in at once; the author's own variables stay places. */
    private String begun(String text, Template template, TicketFacts about, AgentCard agent) {
        String begun = text;
        for (String name : Template.places(text)) {
            if (!template.variables().containsKey(name)) {
                String place = "{{" + name + "}}";
                begun = begun.replaceAll(
                        "\\{\\{\\s*" + java.util.regex.Pattern.quote(name) + "\\s*}}",
                        java.util.regex.Matcher.quoteReplacement(known(place, about, agent)));
            }
        }
        return begun;
    }

    private String known(String place, TicketFacts about, AgentCard agent) {
        try {
            return places.fill(place, about, agent, Map.of(), Map.of());
        } catch (CannotLeave e) {
            return place;
        }
    }

    /** Encloses a file. */
    public void enclose(AnswerId id, String name, String mediaType, Content content) throws IOException {
        Answer draft = draft(id);
        AnswerFiles.Kept kept = files.keep(content);
        long all = draft.files().stream().mapToLong(Answer.File::size).sum() + kept.size();
        if (all > settings.maxFiles()) {
            throw new CannotLeave(new Stop(Stop.Why.FILE, name));
        }
        int place = draft.files().stream().mapToInt(Answer.File::place).max().orElse(0) + 1;
        book.addFile(id, new Answer.File(place, FileName.plain(name), mediaType, kept.size(), kept.sha256()));
    }

    public void takeOut(AnswerId id, int place) {
        book.removeFile(draft(id).id(), place);
    }

    /** Goes on with a colleague's draft; what she typed stays. */
    public void adopt(AnswerId id, Actor by) {
        book.adopt(draft(id).id(), by, clock.instant());
    }

    public void discard(AnswerId id) {
        book.move(draft(id).id(), State.DISCARDED, Optional.empty(), Optional.empty());
    }

    private Answer draft(AnswerId id) {
        return book.lock(id).filter(found -> found.state() == State.DRAFT).orElseThrow(() -> new TooLate(-1));
    }

    private Answer fresh(TicketId ticket, Actor author) {
        TicketFacts about = facts.of(ticket);
        Instant now = clock.instant();
        Medium medium = medium(about);
        return new Answer(
                new AnswerId(UUID.randomUUID()),
                ticket,
                Kind.REPLY,
                medium,
                State.DRAFT,
                0,
                author.login(),
                author.name(),
                settings.mailboxByHand(about.source()).orElse(""),
                recipient(about, medium),
                subject(about),
                "",
                "",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                now,
                now,
                Optional.empty());
    }

    /** As she wrote last, or as she can be reached at all. */
    private static Medium medium(TicketFacts about) {
        boolean letter = !about.postal().isBlank()
                && (about.wroteByLetter() || about.addresses().isEmpty());
        return letter ? Medium.LETTER : Medium.MAIL;
    }

    /** Where a draft of this ticket goes until its author says otherwise. */
    @Transactional(readOnly = true)
    public String recipient(TicketId ticket, Medium medium) {
        return recipient(facts.of(ticket), medium);
    }

    private static String recipient(TicketFacts about, Medium medium) {
        return medium == Medium.LETTER
                ? String.join("\n", WindowAddress.of(about.citizenName(), about.postal()))
                : about.addresses().stream().findFirst().orElse("");
    }

    /** A protected matter's own subject stays in the house unless its agent writes it. */
    private static String subject(TicketFacts about) {
        String subject = about.protectedLane()
                ? "Votre demande " + about.number()
                : "Votre demande " + about.number() + " : " + about.subject();
        return subject.substring(0, Math.min(subject.length(), Answer.MAX_SUBJECT));
    }

    private Text bounded(Text text) {
        String recipient = text.medium() == Medium.LETTER
                ? String.join("\n", WindowAddress.of("", text.recipient()))
                : Outgoing.oneLine(text.recipient());
        String subject = Outgoing.oneLine(text.subject());
        if (text.text().length() > Answer.MAX_TEXT || recipient.length() > 320) {
            throw new CannotLeave(Stop.of(Stop.Why.EMPTY));
        }
        Optional<Template> template = templates.find(text.template());
        return new Text(
                template.map(each -> each.use().makes()).orElse(Kind.REPLY),
                text.medium(),
                recipient,
                subject.substring(0, Math.min(subject.length(), Answer.MAX_SUBJECT)),
                text.text().replace("\0", "").replace("\r\n", "\n"),
                template.map(Template::code).orElse(""),
                text.fields());
    }
}
