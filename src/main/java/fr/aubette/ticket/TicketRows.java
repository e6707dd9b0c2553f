package fr.aubette.ticket;

import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import fr.aubette.model.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port: a ticket's row and what hangs on it, inside the transaction that its caller opened. */
public interface TicketRows {

    /** Locks the row until the transaction ends; empty when there is no such ticket. */
    Optional<Row> lock(TicketId ticket);

    /** The same, by the number that people use. */
    Optional<Row> lock(TicketNumber number);

    /** Writes the row's state and moves its version on by one. */
    void save(Row row, Instant at);

    /** Says where it is answered; empty when nowhere in particular. */
    void site(TicketId ticket, Optional<String> site);

    /** Makes another directorate lead. The former one stays informed, or hears no more of it. */
    void changeLead(Row former, String to, boolean informFormer);

    /** Takes away every part but the lead's. */
    void keepLeadOnly(TicketId ticket);

    List<Deadline> deadlines(TicketId ticket);

    void replaceDeadlines(TicketId ticket, List<Deadline> deadlines);

    /** All that happened to the ticket's clocks, oldest first. */
    List<Turn> turns(TicketId ticket);

    void addTurn(TicketId ticket, Turn turn, Instant at);

    /** Counts as settled the intakes that opened this ticket, when all that they opened is settled. */
    void countSettled(TicketId ticket);

    /** Counts them as opened again. */
    void countOpened(TicketId ticket);

    /** The address that is kept of the citizen whose ticket it is; blank when none is. */
    String home(TicketId ticket);

    /** What was said so far, oldest first. */
    List<Said> said(TicketId ticket);

    /** A ticket's state. */
    record Row(
            TicketId id,
            String number,
            String motive,
            String directorate,
            Optional<String> service,
            String subject,
            Priority priority,
            Status status,
            Optional<String> assignee,
            long version) {

        public boolean protectedLane() {
            return priority == Priority.PROTECTED;
        }

        TicketBook.TicketLine line() {
            return new TicketBook.TicketLine(id, number, motive, directorate, protectedLane(), false);
        }

        Row withState(Status next, Optional<String> nextAssignee) {
            return new Row(id, number, motive, directorate, service, subject, priority, next, nextAssignee, version);
        }

        Row withPriority(Priority next) {
            return new Row(id, number, motive, directorate, service, subject, next, status, assignee, version);
        }

        Row ledBy(String nextDirectorate) {
            return new Row(
                    id,
                    number,
                    motive,
                    nextDirectorate,
                    Optional.empty(),
                    subject,
                    priority,
                    Status.OPEN,
                    Optional.empty(),
                    version);
        }
    }

    /** Where a ticket is in its life. */
    enum Status {
        OPEN,
        TAKEN,
        SETTLED,
        CLOSED;

        /** Whether nothing more is owed. */
        public boolean ended() {
            return this == SETTLED || this == CLOSED;
        }
    }

    /**
     * One contact's part in a ticket.
     *
     * @param arrivedOn the day it came in: for a letter the stamp's, else that of its reception
     * @param requesterJson who asked, as the contact gave it
     * @param home address of the person whom it is for; blank when it does not say
     * @param asks whether it may start clocks: not a reply to what we wrote
     */
    record Said(
            String contact,
            ChannelKind channel,
            Instant receivedAt,
            LocalDate arrivedOn,
            String text,
            String requesterJson,
            String home,
            boolean asks) {}
}
