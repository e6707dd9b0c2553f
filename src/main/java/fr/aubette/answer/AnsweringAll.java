package fr.aubette.answer;

import fr.aubette.incident.IncidentRows.Member;
import fr.aubette.incident.Incidents;
import fr.aubette.model.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * One answer to all who reported an incident: each gets her own, with the number of her own request, at the address
 * that she used, through the same visas and the same gate. A text that names a citizen is nobody else's to read.
 */
@Component
public class AnsweringAll {

    /** Shorter words of a name stand in any text. */
    private static final int NAME = 3;

    private final AnswerBook book;
    private final FactsBook facts;
    private final Composing composing;
    private final Submitting submitting;
    private final Incidents incidents;

    AnsweringAll(AnswerBook book, FactsBook facts, Composing composing, Submitting submitting, Incidents incidents) {
        this.book = book;
        this.facts = facts;
        this.composing = composing;
        this.submitting = submitting;
        this.incidents = incidents;
    }

    /**
     * What became of it.
     *
     * @param answered how many answers are on their way
     * @param left numbers of the requests that somebody must answer otherwise: no address, or the citizen's own wish
     */
    public record Outcome(int answered, List<String> left) {

        public Outcome {
            left = List.copyOf(left);
        }
    }

    /**
     * Submits the draft, then the same to everybody else of its incident; each is a transaction of its own, and done
     * again it answers only who has not got this answer yet.
     *
     * @param mine which of the other requests are the author's to answer, by number
     * @throws CannotLeave if the draft itself cannot leave, or names its citizen: then nothing leaves
     */
    public Outcome submit(AnswerId id, long version, Actor author, Predicate<String> mine) {
        Answer draft = book.find(id).orElseThrow(() -> new TooLate(-1));
        TicketFacts first = facts.of(draft.ticket());
        namesNobody(draft, first);
        submitting.submit(id, version, author);
        List<String> left = new ArrayList<>();
        int answered = 1;
        List<Member> others = incidents.of(draft.ticket()).stream()
                .filter(each -> !each.ticket().equals(draft.ticket()) && !each.ended() && mine.test(each.number()))
                .sorted(Comparator.comparing(Member::number))
                .toList();
        for (Member other : others) {
            if (hasIt(other.ticket(), draft)) {
                continue;
            }
            if (answer(draft, first, other.ticket(), author)) {
                answered++;
            } else {
                left.add(other.number());
            }
        }
        return new Outcome(answered, left);
    }

    /** The name of who reported it first is in no text that forty others read. */
    private static void namesNobody(Answer draft, TicketFacts first) {
        String text = (draft.subject() + "\n" + draft.text()).toLowerCase(Locale.ROOT);
        for (String name : first.citizenName().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (name.length() >= NAME && text.matches("(?s).*(?<!\\p{L})" + name + "(?!\\p{L}).*")) {
                throw new CannotLeave(new Stop(Stop.Why.NAMED, first.citizenName()));
            }
        }
    }

    /** Whether this text has gone there already, or is on its way. */
    private boolean hasIt(TicketId ticket, Answer draft) {
        String number = facts.of(ticket).number();
        return book.of(ticket).stream()
                .filter(each -> each.state() != Answer.State.DRAFT)
                .anyMatch(each -> each.text().replace(number, "").equals(plain(draft)));
    }

    private String plain(Answer draft) {
        return draft.text().replace(facts.of(draft.ticket()).number(), "");
    }

    private boolean answer(Answer draft, TicketFacts first, TicketId ticket, Actor author) {
        Answer blank = composing.blank(ticket, author);
        if (blank.recipient().isBlank()) {
            return false;
        }
        String own = facts.of(ticket).number();
        String usual = composing.blank(first.ticket(), author).subject();
        Answer copy = copy(
                draft,
                blank,
                draft.subject().equals(usual)
                        ? blank.subject()
                        : draft.subject().replace(first.number(), own),
                draft.text().replace(first.number(), own));
        composing.begin(copy);
        try {
            submitting.submit(copy.id(), copy.version(), author);
            return true;
        } catch (CannotLeave e) {
            composing.discard(copy.id());
            return false;
        }
    }

    private static Answer copy(Answer draft, Answer blank, String subject, String text) {
        return new Answer(
                new AnswerId(UUID.randomUUID()),
                blank.ticket(),
                draft.kind(),
                blank.medium(),
                Answer.State.DRAFT,
                0,
                blank.author(),
                blank.authorName(),
                blank.mailbox(),
                blank.recipient(),
                subject,
                text,
                draft.template(),
                draft.fields(),
                blank.finalSubject(),
                blank.finalText(),
                draft.files(),
                blank.dueAt(),
                0,
                blank.problem(),
                blank.createdAt(),
                blank.savedAt(),
                blank.sentAt());
    }
}
