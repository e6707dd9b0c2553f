package fr.aubette.incident;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: reports and how they are linked; all that writes needs a transaction that its caller opened. */
public interface IncidentRows {

    /** Lets nobody else look for reports at these places until the transaction ends. */
    void lock(List<String> places);

    /**
     * Reports of open ordinary tickets about a motive that tell of the same thing, on the same road no further than
     * {@link Sighting#NEAR} or in one of the same communes, oldest first; of many, the latest.
     */
    List<Report> near(String motive, Sighting sighting, Instant since);

    void keep(TicketId ticket, String motive, Sighting sighting, Instant at);

    /** Links a ticket to an incident's first report; a ticket without a report gets an empty one. */
    void link(TicketId ticket, TicketId first, double confidence, String why, String actor, Instant at);

    /**
     * Parts a ticket from its incident. When it was the first report, the next one is the first of those that stay.
     *
     * @return whether it was in one
     */
    boolean part(TicketId ticket, String actor, Instant at);

    /** All tickets of its incident, the first report first, itself among them; empty when it is in none. */
    List<Member> of(TicketId ticket);

    /** Whether a report is kept of the ticket. */
    boolean known(TicketId ticket);

    /** All that was said in a ticket and noted by agents. */
    String words(TicketId ticket);

    /** The ordinary open ticket with this number. */
    Optional<TicketId> ticket(String number);

    /**
     * A report.
     *
     * @param first the first report of its incident; itself when it is alone
     */
    record Report(TicketId ticket, TicketId first, Sighting sighting) {}

    /**
     * A ticket of an incident.
     *
     * @param first whether it is its first report
     * @param status as in {@code ticket.status}
     * @param why it is linked; blank for the first report
     * @param by who linked it; blank for the first report
     */
    record Member(TicketId ticket, String number, boolean first, String status, String why, String by) {

        /** Whether nothing more is owed of it. */
        public boolean ended() {
            return status.equals("settled") || status.equals("closed");
        }
    }
}
