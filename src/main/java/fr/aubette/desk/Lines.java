package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.model.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port: lists of tickets, each row seen with the viewer's own rights. */
public interface Lines {

    /** Counts stop here: an agent needs no more than "more than a thousand". */
    int MOST = 1_000;

    /** One page, the protected first, then the latest contact. */
    List<Line> page(Ask ask, Sight sight);

    /** How many rows each filter holds, at most {@link #MOST} + 1. */
    Map<Filter, Integer> counts(Ask ask, Sight sight);

    /**
     * Tickets by number, words of the subject, or the citizen's name, the latest first; at most {@code limit}. By
     * number also those of which the viewer may only know that they exist.
     */
    List<Line> search(String words, int limit, Sight sight);

    /** A person's tickets, the latest first; of some the viewer may only know that they exist. */
    List<Line> ofPerson(UUID person, int limit, Sight sight);

    /**
     * What a list is asked for.
     *
     * @param directorates whose
     * @param names sign-in names whose tickets are the viewer's
     * @param today the day from which a deadline has passed
     * @param after where the page starts; empty for the first
     */
    record Ask(
            List<String> directorates,
            Filter filter,
            List<String> names,
            LocalDate today,
            Optional<Cursor> after,
            int limit) {}

    /**
     * A row of a list.
     *
     * @param whole whether the viewer sees its content; else subject, motive, citizen, channels and deadline are empty
     * @param channels codes of the channels by which its contacts came
     * @param next the first deadline to come or passed
     * @param assignee display name
     */
    record Line(
            UUID id,
            String number,
            boolean whole,
            String subject,
            String motive,
            String directorate,
            String priority,
            String status,
            String citizen,
            List<String> channels,
            Instant openedAt,
            Instant lastContactAt,
            Optional<Deadline> next,
            Optional<String> assignee,
            Cursor cursor) {}
}
