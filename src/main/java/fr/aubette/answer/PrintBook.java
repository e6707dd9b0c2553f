package fr.aubette.answer;

import fr.aubette.answer.PrintBatch.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: batches of letters to be printed; what writes runs inside the transaction that its caller opened. */
public interface PrintBook {

    /** Letters that wait to be posted and lie in no batch, the oldest first. */
    List<Answer> unprinted(int most);

    /** Whether this answer lies in a batch. */
    boolean holds(AnswerId answer);

    /**
     * Begins a batch of these, leaving out what another took or what no longer waits; places follow their order.
     *
     * @return empty when nothing is left to print
     */
    Optional<PrintBatch> begin(UUID id, Instant at, String by, boolean restricted, List<Letter> letters);

    Optional<PrintBatch> find(UUID id);

    /** Those that are not posted, then those posted since; the latest first. */
    List<PrintBatch> recent(Instant postedSince, int most);

    /** Says that it was printed; the first time counts. */
    void printed(UUID id, Instant at, String by);

    /** Says that it was posted that day. */
    void posted(UUID id, LocalDate on, Instant at, String by);

    /** Takes a letter out, so that it waits again. */
    void takeOut(UUID id, int place, String why);
}
