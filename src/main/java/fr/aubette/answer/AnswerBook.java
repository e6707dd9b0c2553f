package fr.aubette.answer;

import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: the answers' rows, inside the transaction that its caller opened; {@code find} and lists need none. */
public interface AnswerBook {

    Optional<Answer> find(AnswerId answer);

    /** Locks the row until the transaction ends. */
    Optional<Answer> lock(AnswerId answer);

    /** Those of a ticket, oldest first, without the discarded. */
    List<Answer> of(TicketId ticket);

    /** Those that wait for a visa or a signature, oldest first. */
    List<Answer> waiting(int most);

    void insert(Answer answer);

    /** Keeps a receipt, unless the ticket has one or was already answered. */
    boolean insertReceipt(Answer receipt);

    /** Replaces a draft's text and moves its version on; the former text is kept now and then. */
    long save(Answer draft, Text text, Instant at);

    /** Keeps a text that came too late to be the draft's. */
    void keepLate(AnswerId answer, String actor, Text text, Instant at);

    /** Texts that were kept beside a draft because they came too late, the latest first. */
    List<Late> late(AnswerId answer);

    void adopt(AnswerId draft, Actor by, Instant at);

    void addFile(AnswerId answer, Answer.File file);

    void removeFile(AnswerId answer, int place);

    /** Freezes what leaves. */
    void freeze(AnswerId answer, String subject, String text);

    /** Moves it on; what was frozen is forgotten when it is a draft again. */
    void move(AnswerId answer, Answer.State to, Optional<Instant> dueAt, Optional<Stop> problem);

    /** Claims what is due, for this long. */
    List<AnswerId> claimDue(Instant now, Instant until, int most);

    /** Notes that the gate lets it through under this Message-ID, also so that replies find the ticket. */
    void pass(Answer answer, String messageId, Instant at);

    void sent(AnswerId answer, Instant at, List<Deadline> met);

    /** What came in about a ticket, as received, oldest first. */
    List<Original> originals(TicketId ticket);

    /**
     * A contact's raw bytes and this ticket's part of it.
     *
     * @param receivedOn for a letter the day on which it arrived, not that of its scan
     * @param whole whether the bytes speak of this ticket alone; else they may not be passed on. Of a letter scanned in
     *     one file with other people's, they are the copy of its own pages
     */
    record Original(
            String channel,
            LocalDate receivedOn,
            String text,
            String sha256,
            String mediaType,
            long size,
            boolean whole) {}

    /** It went by post. */
    void posted(AnswerId answer, Instant at, List<Deadline> met);

    /** Those that must be printed and posted, oldest first: written for paper, or come back. */
    List<Answer> toPost(int most);

    /** Deadlines that it met when it was sent. */
    List<Deadline> met(AnswerId answer);

    /** How many other receipts the gate let through to its correspondent since then; none is counted meanwhile. */
    int automaticSince(Answer receipt, Instant since);

    /** The answer that left under this Message-ID, or whose failures come back to this tag. */
    Optional<AnswerId> left(String messageId, String shortForm);

    /** How many mails were tried more often than this, and wait for another try. */
    int stuck(int tries);

    /**
     * What an author can change of a draft.
     *
     * @param kind follows from the template
     * @param fields her values of the template's variables
     */
    record Text(
            Answer.Kind kind,
            Answer.Medium medium,
            String recipient,
            String subject,
            String text,
            String template,
            Map<String, String> fields) {

        public Text {
            fields = Map.copyOf(fields);
        }
    }

    /** A text kept beside its draft. */
    record Late(String actor, Instant at, String subject, String text) {}
}
