package fr.aubette.switchboard;

import fr.aubette.access.Sight;
import fr.aubette.model.CitizenId;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import fr.aubette.switchboard.CallForm.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port: the forms of calls, and what the journey made of their calls. */
public interface CallFormRows {

    /** Opens a form; one that is open already stays as it is. */
    void open(CallForm form);

    /** Writes what was said so far into a form that is not done; false when there is none. */
    boolean draft(CallKey call, String login, Said said);

    /** Finishes a form; false when there is none, or it was done. */
    boolean done(CallKey call, String login, Said said, Instant at);

    /** Notes that a call is over, for all its forms. */
    void over(CallKey call, Instant at);

    /** The forms of a call, in the order in which they were opened. */
    List<CallForm> of(CallKey call);

    /** The forms that an agent has not finished, oldest first. */
    List<CallForm> unfinished(String login, int limit);

    /** Lets nobody else bring in this call's forms until the transaction ends. */
    void lock(CallKey call);

    /** Opens a form again that was done since a moment and is not in its ticket; false when it is too late. */
    boolean takeBack(CallKey call, String login, Instant since);

    /** Calls whose account has come, with forms done before a moment and not yet in the ticket. */
    List<CallKey> ripe(Instant before, int limit);

    /** Forms of a call, done before a moment and not yet in its ticket, locked until the transaction ends. */
    List<CallForm> toApply(CallKey call, Instant before);

    void applied(CallKey call, String login, Instant at);

    /** The call of an intake. */
    Optional<CallKey> call(IntakeId intake);

    /** What the journey made of a call; empty as long as its account has not come. */
    Optional<Recorded> recorded(CallKey call);

    /**
     * Moves a call from the ticket that it opened to the one that it is about; its intake then counts as joined.
     *
     * @return false when there is no such ticket, or it has ended
     */
    boolean move(Recorded call, String toNumber, Instant at);

    /** Notes that a ticket is about these case files, as {@link fr.aubette.model.CaseFile#folded} gives them. */
    void quotes(TicketId ticket, List<String> caseFiles);

    /**
     * Those who have one of these case files, by what the directorates' software tells, as far as somebody may know of
     * them.
     */
    List<FileHolder> holders(List<String> caseFiles, Sight sight);

    /**
     * Number of this person's only open ticket that quotes one of these case files, of which somebody sees at least
     * that it exists; empty when there are several.
     *
     * @param motive the only one it may be about; blank for any
     */
    Optional<String> quoting(List<String> caseFiles, UUID person, String motive, Sight sight);

    /** Says whose matter a call's ticket is. */
    void belongsTo(TicketId ticket, CitizenId citizen);

    /**
     * Somebody who has a case file.
     *
     * @param person who stands for all records that are this citizen
     * @param directorate code of who deals with the file
     */
    record FileHolder(CitizenId citizen, UUID person, String lastName, String firstName, String directorate) {

        /** Whether all words of both names are among these, folded. */
        boolean isNamedIn(Set<String> words) {
            Set<String> first = QuotedInForm.words(firstName);
            Set<String> last = QuotedInForm.words(lastName);
            return !first.isEmpty() && !last.isEmpty() && words.containsAll(first) && words.containsAll(last);
        }
    }

    /**
     * A call's contact and its ticket.
     *
     * @param own whether the ticket holds nothing but this call, and nobody works on it
     */
    record Recorded(
            UUID contact, TicketId ticket, String number, long version, String motive, boolean ended, boolean own) {}
}
