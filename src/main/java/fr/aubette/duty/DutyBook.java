package fr.aubette.duty;

import fr.aubette.answer.AnswerId;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: protected tickets that nobody has taken, and who was paged for them. */
public interface DutyBook {

    /** Those for which somebody is to be paged now, the longest waiting first. */
    List<Waiting> waiting(Due due, int most);

    /** The same for one ticket, its row locked by the caller; empty when somebody has taken it. */
    Optional<Waiting> waiting(TicketId ticket);

    /** Notes a step; needs a transaction. */
    void paged(Waiting waiting, int step, Officer officer, String means, AnswerId answer, Instant at);

    /**
     * When a page is due.
     *
     * @param directorates for which somebody is on duty
     * @param before who has waited since then or longer
     * @param notBefore but not so long
     * @param pagedBefore whose last page is as old, or did not reach its address
     * @param mostSteps who was paged for less often
     */
    record Due(Set<String> directorates, Instant before, Instant notBefore, Instant pagedBefore, int mostSteps) {}

    /**
     * A ticket that nobody has taken.
     *
     * @param since when it came, or came back to the list
     * @param step how many pages there were since; 0 for none
     * @param lastAt of the last
     * @param lastFailed whether the last did not reach its address
     */
    record Waiting(
            TicketId ticket,
            String directorate,
            Instant since,
            int step,
            Optional<Instant> lastAt,
            boolean lastFailed) {}
}
