package fr.aubette.thread;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.Threaded;
import fr.aubette.model.Threading;
import fr.aubette.model.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides for each matter whether it is already open: by the ticket's number, by the mail that it answers, by the case
 * file, or by the same citizen and motive within the window.
 */
@Component("threading")
public class TicketThreading {

    private final OpenMatters openMatters;
    private final ThreadSettings settings;

    public TicketThreading(OpenMatters openMatters, ThreadSettings settings) {
        this.openMatters = openMatters;
        this.settings = settings;
    }

    public Threaded thread(Classified classified) {
        List<Matter> matters = classified.classification().matters();
        if (matters.isEmpty()) {
            return new Threaded(classified, List.of());
        }
        List<OpenMatters.Candidate> candidates = new ArrayList<>(openMatters.find(clues(classified)));
        candidates.sort(Comparator.comparing(OpenMatters.Candidate::clue));
        List<Threading> threadings = new ArrayList<>();
        for (Matter matter : matters) {
            Threading threading = thread(matter, classified.contact(), candidates, threadings.isEmpty());
            threadings.add(threading);
            threading
                    .joins()
                    .ifPresent(joined -> candidates.removeIf(each -> each.id().equals(joined)));
        }
        return new Threaded(classified, threadings);
    }

    private Threading thread(Matter matter, Contact contact, List<OpenMatters.Candidate> candidates, boolean first) {
        return candidates.stream()
                .filter(each -> belongs(matter, contact, each, first))
                .findFirst()
                .map(found -> new Threading(matter, Optional.of(found.id()), List.of(evidence(found))))
                .orElseGet(() -> new Threading(
                        matter,
                        Optional.empty(),
                        List.of(new Evidence("no-open-ticket", "rien d'ouvert sur ce sujet"))));
    }

    /**
     * A matter of danger never joins an ordinary ticket, which others read; an ordinary reply to a protected ticket
     * stays with it, since the thread itself is protected.
     */
    private boolean belongs(Matter matter, Contact contact, OpenMatters.Candidate ticket, boolean first) {
        if (matter.protectedLane() && !ticket.protectedLane()) {
            return false;
        }
        return switch (ticket.clue()) {
            case NUMBER, MESSAGE ->
                (first || ticket.motive().equals(matter.motive()))
                        && within(settings.reopen(), ticket.endedAt(), contact.receivedAt());
            case CASE_FILE, CITIZEN ->
                ticket.endedAt().isEmpty()
                        && ticket.motive().equals(matter.motive())
                        && sameSubjectLikely(matter, contact, ticket)
                        && within(settings.window(), Optional.of(ticket.lastContactAt()), contact.receivedAt());
        };
    }

    /** Two matters that nobody has qualified are one only when both are calls: somebody calls again. */
    private static boolean sameSubjectLikely(Matter matter, Contact contact, OpenMatters.Candidate ticket) {
        return !matter.motive().equals(Matter.TRIAGE)
                || ticket.phoneOnly() && contact.channel().kind() == ChannelKind.PHONE;
    }

    private static boolean within(Duration limit, Optional<Instant> since, Instant at) {
        return since.map(then -> Duration.between(then, at).compareTo(limit) <= 0)
                .orElse(true);
    }

    private static Evidence evidence(OpenMatters.Candidate found) {
        return switch (found.clue()) {
            case NUMBER -> new Evidence("ticket-number", "le numéro de la demande est cité");
            case MESSAGE -> new Evidence("in-reply-to", "répond à un message de cette demande");
            case CASE_FILE -> new Evidence("case-file", "même numéro de dossier, même motif");
            case CITIZEN -> new Evidence("same-citizen-and-motive", "même usager, même motif, dans le délai");
        };
    }

    private static OpenMatters.Clues clues(Classified classified) {
        Contact contact = classified.contact();
        return new OpenMatters.Clues(
                TicketNumber.in(contact.subject() + "\n" + contact.text()),
                contact.channel() instanceof Mail mail ? messageIds(mail) : List.of(),
                contact.caseFiles().stream().map(CaseFiles::folded).toList(),
                classified.identity().citizen());
    }

    private static List<String> messageIds(Mail mail) {
        List<String> ids = new ArrayList<>(mail.inReplyTo());
        ids.addAll(mail.references());
        mail.messageId().ifPresent(ids::add);
        return ids;
    }
}
