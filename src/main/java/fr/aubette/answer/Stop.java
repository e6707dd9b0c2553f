package fr.aubette.answer;

/**
 * Why an answer may not leave.
 *
 * @param why stable code of the reason
 * @param with what it is about: a variable, an address, a number; blank when the reason says all
 */
public record Stop(Why why, String with) {

    /** The reasons, in the order in which the gate looks. */
    public enum Why {
        /** No outgoing mailbox is configured. */
        NO_MAILBOX,
        /** No address, or one that cannot be written to. */
        ADDRESS,
        /** No postal address that a letter could reach. */
        POSTAL,
        /** The address is one of our own mailboxes. */
        OURSELVES,
        /** Neither subject nor text may be empty. */
        EMPTY,
        /** A variable has no value, or one of the wrong type. */
        VARIABLE,
        /** An acknowledgement does not state all that the law asks for. */
        INCOMPLETE,
        /** Another institution has the request: it is for it to acknowledge (CRPA L114-4). */
        TRANSFERRED,
        /** Its motive asks for no acknowledgement (CRPA R112-4). */
        NO_RECEIPT,
        /** The ticket is on the restricted way: a receipt must say nothing of it. */
        PROTECTED,
        /** The citizen wishes no mail. */
        NEVER_MAIL,
        /** The citizen wishes to be written to at another address only. */
        ONLY_ADDRESS,
        /** The citizen fears for this address. */
        NEVER_ADDRESS,
        /** The citizen wishes no letter. */
        NEVER_LETTER,
        /** It is not agreed to, or not signed, as its motive asks. */
        NOT_SIGNED,
        /** A machine wrote: it gets no automatic answer. */
        MACHINE,
        /** This correspondent got too many automatic mails. */
        LOOP,
        /** The server refused it for good. */
        SERVER_REFUSED,
        /** No server took it for too long. */
        NO_SERVER,
        /** It came back. */
        RETURNED,
        /** It is to go to several people and names one of them. */
        NAMED,
        /** A file of it cannot be found. */
        FILE
    }

    public static Stop of(Why why) {
        return new Stop(why, "");
    }
}
