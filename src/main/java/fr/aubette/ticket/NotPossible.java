package fr.aubette.ticket;

/** The ticket's state does not allow what was asked, for example settling one that has ended. */
public class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** It is settled or closed. */
        ENDED,
        /** It is neither settled nor closed. */
        NOT_ENDED,
        /** Nobody has it in charge. */
        NOT_TAKEN,
        /** The directorate or motive is the one that it has, or does not exist. */
        SAME_OR_UNKNOWN,
        /** A reason or a text is missing, or too long. */
        NO_TEXT,
        /** Somebody is still owed an answer. */
        NOT_BOTH,
        /** A day is missing, or cannot be. */
        NO_DAY
    }

    private final Why why;

    public NotPossible(Why why) {
        super("not possible: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
