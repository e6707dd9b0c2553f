package fr.aubette.ticket;

import fr.aubette.model.Assignment;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Outcome;
import fr.aubette.model.Person;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: everything that the end of a journey writes, inside the transaction that its caller opened. */
public interface TicketBook {

    /** Opens a record for a citizen met for the first time. */
    CitizenId openCitizen(Person person, Dispatched dispatched, Instant at);

    /** Adds to a citizen the keys that this contact showed and nobody contradicts. */
    void learnKeys(CitizenId citizen, Dispatched dispatched, Instant at);

    /**
     * Keeps what was said.
     *
     * @param citizen who asks
     * @param beneficiary for whom, when it is somebody else
     */
    UUID keepContact(Dispatched dispatched, Optional<CitizenId> citizen, Optional<CitizenId> beneficiary);

    /** Opens a ticket with its attributions and deadlines. */
    TicketLine open(
            Assignment assignment, Optional<CitizenId> citizen, UUID contact, Dispatched dispatched, Instant at);

    /** Adds the contact to a ticket, reopening it if it had ended. */
    TicketLine join(TicketId ticket, Assignment assignment, UUID contact, Dispatched dispatched, Instant at);

    /** Adds an event to a ticket's history and gives its place there. */
    TicketEvent addEvent(TicketId ticket, String kind, String actor, Instant at, String detailJson);

    /**
     * Puts a text on a directorate's durable queue.
     *
     * @param restricted whether only those of the directorate may read it who see its protected tickets
     */
    void tellDirectorate(String directorate, boolean restricted, String ticketNumber, String json);

    /** Publishes an event to all who listen. */
    void publish(String ticketNumber, String cloudEvent);

    /** Keeps why each stage decided as it did when the intake was first handled. */
    void explain(IntakeId intake, List<Decisions> decisions, Instant at);

    /** Ends the intake and counts it. */
    void end(IntakeId intake, String channel, Outcome outcome, Optional<String> reason, Instant at);

    /**
     * A ticket as the end of a journey needs it.
     *
     * @param directorate who leads it, which for a ticket joined may differ from what this contact alone would say
     * @param reopened whether it had ended
     */
    record TicketLine(
            TicketId id, String number, String motive, String directorate, boolean protectedLane, boolean reopened) {}

    /** What was said of who it is, in a word, for {@link #explain}. */
    static String word(Identity identity) {
        return identity.citizen()
                .map(CitizenId::toString)
                .orElse(identity.certainty().name());
    }
}
