package fr.aubette.access;

import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;

/** Port: the register of who opened which ticket's content, or what could not be made a ticket. */
public interface Readings {

    /** Records that this person sees the content; it is in the register before she does. */
    void note(Viewer viewer, TicketId ticket, Purpose purpose);

    /** Records that this person gets the raw bytes of what could not be handled; in the register before she does. */
    void noteRaw(Viewer viewer, IntakeId intake);

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
