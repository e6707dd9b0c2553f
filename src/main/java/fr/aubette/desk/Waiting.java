package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: contacts of which a person is asked whose they are, or for whom, those that the viewer sees whole. */
public interface Waiting {

    /** Most shown to be waiting. */
    int MOST = 200;

    /** What waits on an answer: the protected and urgent first, then the nearest deadline, then the oldest. */
    List<Asked> all(Sight sight);

    /**
     * A question.
     *
     * @param person whom it is asked about, as the contact says
     * @param beneficiary whether that is for whom the contact is; else it is who asks
     * @param readFromPaper whether a scanner read who it is
     * @param candidates the likeliest first
     * @param number of the ticket that waits on the answer
     * @param due its first deadline
     */
    record Asked(
            UUID contact,
            String channel,
            Instant receivedAt,
            Person person,
            boolean beneficiary,
            boolean readFromPaper,
            List<UUID> candidates,
            String number,
            String subject,
            String priority,
            Optional<LocalDate> due) {}
}
