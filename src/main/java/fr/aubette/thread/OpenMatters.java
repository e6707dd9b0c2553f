package fr.aubette.thread;

import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: tickets to which a contact may belong. */
public interface OpenMatters {

    /**
     * Every ticket that one of the clues points to, the latest first; the clues stay locked until the transaction ends.
     */
    List<Candidate> find(Clues clues);

    /**
     * What a contact holds that may point to a ticket.
     *
     * @param numbers ticket numbers that it quotes
     * @param messageIds mails that it answers, and its own
     * @param caseFiles numbers of case files, as {@link CaseFiles#folded} gives them
     * @param citizen who it comes from, when known
     */
    record Clues(
            List<TicketNumber> numbers, List<String> messageIds, List<String> caseFiles, Optional<CitizenId> citizen) {}

    /** What pointed to a ticket; the more certain first. */
    enum Clue {
        NUMBER,
        MESSAGE,
        CASE_FILE,
        CITIZEN
    }

    /**
     * A ticket that a clue points to.
     *
     * @param protectedLane whether it is on the restricted way
     * @param phoneOnly whether all its contacts so far are calls
     * @param endedAt when it was settled or closed; empty while it is open
     */
    record Candidate(
            Clue clue,
            TicketId id,
            String motive,
            String directorate,
            boolean protectedLane,
            boolean phoneOnly,
            Instant lastContactAt,
            Optional<Instant> endedAt) {}
}
