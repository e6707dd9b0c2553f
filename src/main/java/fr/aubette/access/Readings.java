package fr.aubette.access;

import fr.aubette.model.TicketId;

/** Port: the register of who opened which ticket's content. */
public interface Readings {

    /** Records that this person sees the content; it is in the register before she does. */
    void note(Viewer viewer, TicketId ticket, Purpose purpose);

    /** What the content was opened for. */
    enum Purpose {
        /** The ticket's page. */
        PAGE,
        /** The raw bytes of a contact. */
        ORIGINAL,
        /** A program asked. */
        API
    }
}
