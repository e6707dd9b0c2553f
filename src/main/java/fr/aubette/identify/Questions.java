package fr.aubette.identify;

import fr.aubette.model.CitizenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: contacts of which a person is asked whose they are, inside the transaction that its caller opened. */
public interface Questions {

    /** The question about a contact, kept from anybody else until the transaction ends; empty when it is answered. */
    Optional<Question> lock(UUID contact);

    /**
     * Opens a record that holds what the contact gave, and makes the contact and its tickets that record's.
     *
     * @param confidential whether few may know of it
     */
    CitizenId open(UUID contact, boolean confidential, Instant at);

    /** Keeps the answer and closes the question. */
    void answered(Answer answer);

    /** Asks no more about one of the candidates. */
    void without(UUID contact, CitizenId candidate);

    /**
     * Whose is it?
     *
     * @param candidates the likeliest first
     * @param own the record that was opened for this contact, if one was
     */
    record Question(UUID contact, List<CitizenId> candidates, Optional<CitizenId> own) {}

    /**
     * What a person has answered.
     *
     * @param who one of the candidates; empty for none of them
     * @param own the record that holds what the contact gave
     * @param merge by which that record is one person with the candidate, if a merge was needed
     */
    record Answer(
            Question question, Optional<CitizenId> who, CitizenId own, Optional<UUID> merge, String by, Instant at) {}
}
