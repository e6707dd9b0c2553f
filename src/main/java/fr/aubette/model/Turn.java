package fr.aubette.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened to a request and may move its clocks. Kept as it happened: every date is counted again from
 * all of them.
 *
 * @param kind what happened
 * @param on the day, in the institution's own calendar
 * @param until what it says of the future: the last day to send missing pieces, the day promised by a holding answer,
 *     the day by which a partner owes its answer
 * @param kinds deadlines that it meets, or that are owed again
 * @param article where {@code until} is written; blank when nowhere
 */
public record Turn(Kind kind, LocalDate on, Optional<LocalDate> until, Set<String> kinds, String article) {

    /** What can happen to a request. */
    public enum Kind {
        /** The citizen was told which pieces are missing, and until when to send them (CRPA L114-5). */
        PIECES_ASKED,
        /** The last demand for pieces did not reach the citizen: it counts for nothing. */
        PIECES_NOT_ASKED,
        /** All pieces are there. */
        COMPLETE,
        /** Another institution had it before us, from that day on (CRPA L114-3). */
        FIRST_SEIZED,
        /** It was passed on to the competent institution (CRPA L114-2). */
        TRANSFERRED,
        /** The competent institution has it since that day. */
        PARTNER_RECEIVED,
        /** The competent institution says that it is its own. */
        PARTNER_ACCEPTED,
        /** The other institution gave it back: it is ours. */
        RETURNED,
        /** A holding answer was sent. */
        HELD,
        /** What was sent meets deadlines. */
        MET,
        /** What was sent came back: they are owed again. */
        OWED_AGAIN,
        /** A person said what it is about, so that a spoken request counts too. */
        QUALIFIED,
        /** It was answered at first level: no clock. */
        SETTLED,
        /** It was opened again, with its clocks. */
        REOPENED
    }

    public Turn {
        kinds = Set.copyOf(kinds);
    }

    public static Turn on(Kind kind, LocalDate day) {
        return new Turn(kind, day, Optional.empty(), Set.of(), "");
    }

    public static Turn until(Kind kind, LocalDate day, LocalDate until) {
        return new Turn(kind, day, Optional.of(until), Set.of(), "");
    }

    /** Deadlines met, or owed again, by what was sent or came back. */
    public static Turn of(Kind kind, LocalDate day, Set<String> deadlines) {
        return new Turn(kind, day, Optional.empty(), deadlines, "");
    }

    /** Passed on to a partner who owes an answer by a day. */
    public static Turn transferred(LocalDate day, LocalDate answerBy, String article) {
        return new Turn(Kind.TRANSFERRED, day, Optional.of(answerBy), Set.of(), article);
    }
}
