package fr.aubette.thread;

import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: tickets to which a contact may belong. */
@FunctionalInterface
public interface OpenMatters {

    /**
     * Every ticket that one of the clues points to, the latest first, once for each clue; the clues stay locked until
     * the transaction ends.
     */
    List<Candidate> find(Clues clues);

    /**
     * What a contact holds that may point to a ticket.
     *
     * @param numbers ticket numbers that it quotes
     * @param messageIds mails that it answers; ours and those of others are threads alike
     * @param ownMessageId its own
     * @param caseFiles numbers of case files, as {@link fr.aubette.model.CaseFile#folded} gives them
     * @param citizen whose matter it is, when known
     * @param sender address that it comes from; empty when it is no mail
     */
    record Clues(
            List<TicketNumber> numbers,
            List<String> messageIds,
            Optional<String> ownMessageId,
            List<String> caseFiles,
            Optional<CitizenId> citizen,
            Optional<String> sender) {}

    /** What pointed to a ticket. */
    enum Clue {
        NUMBER,
        MESSAGE,
        CASE_FILE,
        CITIZEN,
        SENDER
    }

    /**
     * A ticket that a clue points to.
     *
     * @param by the clue itself: the number, the Message-ID or the case file; empty for a person
     * @param protectedLane whether it is on the restricted way
     * @param phoneOnly whether all its contacts so far are calls
     * @param endedAt when it was settled or closed; empty while it is open
     * @param citizen whose it is, when known
     * @param citizenName her names, when known
     * @param senderKnown whether the sender's address wrote in it, or was written to
     */
    record Candidate(
            Clue clue,
            String by,
            TicketId id,
            String number,
            String motive,
            String directorate,
            boolean protectedLane,
            boolean phoneOnly,
            Instant lastContactAt,
            Optional<Instant> endedAt,
            Optional<CitizenId> citizen,
            String citizenName,
            boolean senderKnown) {}
}
