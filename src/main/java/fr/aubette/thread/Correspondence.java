package fr.aubette.thread;

import fr.aubette.model.Contact;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: mails that came before. The intake in hand is never among them, also when it is evaluated again. */
public interface Correspondence {

    /** What was said in a ticket, the latest first, at most ten. */
    List<Earlier> saidIn(TicketId ticket);

    /** Mails that bear this Message-ID and are in a ticket. */
    List<Earlier> bearing(String messageId, IntakeId except);

    /** Mails of the same words by the same sender, in a ticket, received within this time. */
    List<Earlier> sameWords(Contact contact, String sender, Instant from, Instant to, IntakeId except);

    /** How many mails of this sender were received in this time, whatever became of them; counted up to the limit. */
    int countFrom(String sender, Instant from, Instant to, int limit, IntakeId except);

    /** The same for mails of the same subject and text, whoever sent them. */
    int countSameWords(Contact contact, Instant from, Instant to, int limit, IntakeId except);

    /** The first ticket that a mail of this sender since then is in, and whether its agent was told of the flood. */
    Optional<Told> firstTicketOf(String sender, Instant since);

    /**
     * A mail or another contact.
     *
     * @param ticket that it is in
     * @param source where it came in
     * @param sender its address; empty when it has none
     * @param text its start, enough to compare
     */
    record Earlier(TicketId ticket, String source, String sender, String subject, String text, Instant receivedAt) {}

    /**
     * A ticket, and whether its history has a line about a flood since.
     *
     * @param already true when it has
     */
    record Told(TicketId ticket, boolean already) {}

    /** Of a hub without memory. */
    static Correspondence none() {
        return new NoCorrespondence();
    }
}
