package fr.aubette.partner;

/** A transfer cannot be done as asked. */
public class NotTransferred extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** No partner of that code, or no address to send it to. */
        UNKNOWN,
        /** Another institution has it already, or none has it. */
        STATE,
        /** No outgoing mailbox. */
        NO_MAILBOX,
        /** It is on the restricted way: its desk passes it on by its own means. */
        PROTECTED,
        /** It came back twice: a person decides whose it is. */
        TWICE,
        /** Its pieces are more than a message may hold. */
        TOO_LARGE,
        /** A reason or a day is missing. */
        TEXT
    }

    private final Why why;

    public NotTransferred(Why why) {
        super("not transferred: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
