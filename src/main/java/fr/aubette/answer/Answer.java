package fr.aubette.answer;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is written to a citizen about a ticket.
 *
 * @param version moves on with each save of its text
 * @param author sign-in name of who wrote it, {@code aubette} for a receipt
 * @param mailbox name of the outgoing mailbox; blank while none is configured
 * @param medium how it reaches the citizen
 * @param recipient a mail address, or of a letter the postal address in lines; blank while nobody chose one
 * @param text as typed, with places that {@code fields} fill
 * @param template code of the template that it began with; blank for none
 * @param fields what the author gave for the template's variables, as typed
 * @param finalSubject frozen when it was submitted
 * @param finalText the same
 * @param dueAt not sent before
 * @param problem why it did not leave, or was not delivered
 */
public record Answer(
        AnswerId id,
        TicketId ticket,
        Kind kind,
        Medium medium,
        State state,
        long version,
        String author,
        String authorName,
        String mailbox,
        String recipient,
        String subject,
        String text,
        String template,
        Map<String, String> fields,
        Optional<String> finalSubject,
        Optional<String> finalText,
        List<File> files,
        Optional<Instant> dueAt,
        int attempts,
        Optional<Stop> problem,
        Instant createdAt,
        Instant savedAt,
        Optional<Instant> sentAt) {

    /** Longest subject, in characters: the width of {@code answer.subject}. */
    public static final int MAX_SUBJECT = 200;

    /** Longest text, in characters. */
    public static final int MAX_TEXT = 100_000;

    /** What it is for. */
    public enum Kind {
        /** Says that a request is registered; the program writes it. */
        RECEIPT,
        /** An agent's answer. */
        REPLY,
        /** Says that the answer will take longer; it moves the service commitment and no legal date. */
        HOLDING,
        /** Acknowledges a request with its legal content (CRPA R112-5). */
        ACKNOWLEDGEMENT,
        /** Says which pieces are missing, and until when to send them (CRPA L114-5). */
        MISSING_PIECES,
        /** Passes a request on to another institution, as received (CRPA L114-2). */
        TRANSFER,
        /** Tells the citizen so. */
        TRANSFER_NOTICE,
        /** Pages who is on duty; it is not for the citizen and says nothing of the ticket. */
        PAGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the program writes it of itself, to whoever wrote. */
        public boolean automatic() {
            return this == RECEIPT;
        }

        /** Whether it goes to one of ours: the citizen's wishes and letterhead do not concern it. */
        public boolean inside() {
            return this == PAGE;
        }

        /** Whether it is written to the citizen: what does not reach her by mail then goes to her by post. */
        public boolean isForCitizen() {
            return this != TRANSFER && this != PAGE;
        }

        /** Whether it decides nothing: nobody has to agree to it. */
        public boolean decidesNothing() {
            return this == RECEIPT || this == TRANSFER || this == TRANSFER_NOTICE || this == PAGE;
        }
    }

    /** How it reaches the citizen. */
    public enum Medium {
        MAIL,
        LETTER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Medium ofCode(String code) {
            return code.equals("letter") ? LETTER : MAIL;
        }
    }

    /** Where it is on its way. */
    public enum State {
        DRAFT,
        /** Waits for somebody to agree. */
        VISA,
        /** Waits for somebody to sign. */
        SIGNATURE,
        /** Leaves when it is due; until then its author may take it back. */
        READY,
        SENDING,
        SENT,
        /** It left, and came back: somebody must post it. */
        UNDELIVERED,
        /** It waits to be printed and posted. */
        PAPER,
        /** It went by post. */
        POSTED,
        /** No server took it for too long. */
        GIVEN_UP,
        /** The gate refused it. */
        STOPPED,
        DISCARDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether it can become a draft again: nothing of it has left. */
        public boolean canComeBack() {
            return this == VISA || this == SIGNATURE || this == READY || this == STOPPED || this == GIVEN_UP;
        }

        /** Whether it may have reached the citizen. */
        public boolean left() {
            return this == SENT || this == UNDELIVERED;
        }
    }

    /**
     * A file that goes with it.
     *
     * @param name a plain file name
     * @param sha256 its content
     */
    public record File(int place, String name, String mediaType, long size, String sha256) {}

    public Answer {
        fields = Map.copyOf(fields);
        files = List.copyOf(files);
    }

    /** Whether it can become a draft again; a letter also while it waits to be printed. */
    public boolean canComeBack() {
        return state.canComeBack() || state == State.PAPER && medium == Medium.LETTER;
    }

    /** One correspondent, however an address is tagged: lower case, without what follows a +. */
    public static String addressKey(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*(?=@)", "");
    }
}
