package fr.aubette.ticket;

import fr.aubette.model.Assignment;
import fr.aubette.model.Catalogue;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Directorate;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Outcome;
import fr.aubette.model.Person;
import fr.aubette.model.Suppression;
import fr.aubette.model.Threading;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes, at the end of a journey and all at once, what the stages decided and why. */
@Component("recording")
public class Recording {

    /** Who acts when nobody does. */
    static final String PROGRAM = "aubette";

    private final TicketBook book;
    private final TicketLinks links;
    private final TicketMessages messages;
    private final Catalogue catalogue;
    private final List<Aftermath> aftermaths;
    private final Clock clock;

    Recording(
            TicketBook book,
            TicketLinks links,
            TicketMessages messages,
            Catalogue catalogue,
            List<Aftermath> aftermaths,
            Clock clock) {
        this.aftermaths = List.copyOf(aftermaths);
        this.book = book;
        this.links = links;
        this.messages = messages;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Writes the contact, its tickets, their events, the reasons, and the outcome. */
    public void record(Dispatched dispatched) {
        Instant now = clock.instant();
        Optional<CitizenId> citizen = citizen(dispatched, now);
        Optional<CitizenId> beneficiary = beneficiary(dispatched, now);
        UUID contact = book.keepContact(dispatched, citizen, beneficiary);
        Optional<CitizenId> whose = beneficiary.isPresent() ? beneficiary : citizen;
        List<TicketBook.TicketLine> tickets = dispatched.assignments().stream()
                .map(each -> file(each, whose, contact, dispatched, now))
                .toList();
        dispatched.threaded().suppressed().flatMap(Suppression::notice).ifPresent(notice -> tell(notice, now));
        IntakeId intake =
                dispatched.threaded().classified().identified().normalised().intake();
        book.explain(intake, Decisions.of(dispatched), now);
        book.end(
                intake,
                channel(dispatched),
                outcome(dispatched),
                dispatched.threaded().whyNothing(),
                now);
        aftermaths.forEach(each -> each.recorded(dispatched, tickets));
    }

    private Optional<CitizenId> citizen(Dispatched dispatched, Instant now) {
        Identity identity = dispatched.threaded().classified().identity();
        identity.citizen()
                .filter(known -> identity.proven())
                .ifPresent(known -> book.learnKeys(known, dispatched, now));
        boolean fromPerson = !dispatched.assignments().isEmpty();
        if (identity.opens() && fromPerson) {
            return Optional.of(book.openCitizen(dispatched.contact().requester(), dispatched, now));
        }
        return identity.citizen();
    }

    /**
     * A record is opened for whom nobody knows, or who may be several: a person is asked, and the answer makes it one.
     */
    private Optional<CitizenId> beneficiary(Dispatched dispatched, Instant now) {
        Optional<Identity> found =
                dispatched.threaded().classified().identified().beneficiary();
        Optional<Person> said = dispatched.contact().beneficiary();
        if (found.isEmpty() || dispatched.assignments().isEmpty()) {
            return Optional.empty();
        }
        return found.get().citizen().or(() -> said.map(person -> book.openCitizen(person, dispatched, now)));
    }

    private TicketBook.TicketLine file(
            Assignment assignment, Optional<CitizenId> citizen, UUID contact, Dispatched dispatched, Instant now) {
        TicketBook.TicketLine ticket = assignment
                .threading()
                .joins()
                .map(joined -> book.join(joined, assignment, contact, dispatched, now))
                .orElseGet(() -> book.open(assignment, citizen, contact, dispatched, now));
        assignment.threading().links().forEach(link -> links.link(ticket.id(), link, now));
        String channel = channel(dispatched);
        TicketEvent event = book.addEvent(
                ticket.id(), kind(assignment, ticket), PROGRAM, now, messages.contactDetail(contact, channel));
        if (readsItsQueue(ticket.directorate())) {
            book.tellDirectorate(
                    ticket.directorate(),
                    ticket.protectedLane(),
                    ticket.number(),
                    messages.forDirectorate(ticket, assignment, dispatched.contact(), contact));
        }
        if (!ticket.protectedLane()) {
            book.publish(ticket.number(), messages.event(ticket, event, channel));
        }
        return ticket;
    }

    /** Tells a ticket's agent what was held back because of it; the ticket itself is as it was. */
    private void tell(Suppression.Notice notice, Instant now) {
        TicketBook.TicketLine ticket = links.lock(notice.ticket());
        TicketEvent event = book.addEvent(
                ticket.id(), notice.event(), PROGRAM, now, messages.detail(Map.of("text", notice.text())));
        if (!ticket.protectedLane()) {
            book.publish(ticket.number(), messages.event(ticket, event));
        }
    }

    /** A directorate of former days, whose tickets still live, keeps its queue. */
    private boolean readsItsQueue(String code) {
        Directorate directorate = catalogue.directorates().get(code);
        return directorate == null || directorate.takes() != Directorate.Takes.CONSOLE;
    }

    private static String kind(Assignment assignment, TicketBook.TicketLine ticket) {
        if (assignment.threading().joins().isEmpty()) {
            return "opened";
        }
        return ticket.reopened() ? "reopened" : "contact-joined";
    }

    private static Outcome outcome(Dispatched dispatched) {
        List<Threading> threadings = dispatched.threaded().threadings();
        if (threadings.isEmpty()) {
            return Outcome.SUPPRESSED;
        }
        boolean opened = threadings.stream().anyMatch(each -> each.joins().isEmpty());
        return opened ? Outcome.OPENED : Outcome.JOINED;
    }

    private static String channel(Dispatched dispatched) {
        return dispatched.contact().channel().kind().code();
    }
}
