package fr.aubette.model;

/**
 * That a new ticket has to do with another one, which it does not join.
 *
 * @param to the other ticket
 */
public record TicketLink(TicketId to, Why why) {

    /** What ties them. */
    public enum Why {
        /** It answers a ticket that ended too long ago to be opened again. */
        FOLLOWS,
        /** It was written in the other's thread, about something else. */
        SAME_THREAD,
        /** It quotes the other's number, but comes from somebody else. */
        QUOTED,
        /** It had joined the other, and a person took it out. */
        SEPARATED;
    }
}
