package fr.aubette.mailroom;

import java.util.Optional;
import java.util.UUID;

/** Port: where the picture of a page comes from, and where its words stand. */
public interface PageBook {

    /** A page of a batch, while the mail room has to look at it: its letter waits, or could not be handled. */
    Optional<PageRef> forMailroom(UUID batch, int page);

    /** A page of the letter that became this contact; never of another letter of the same file. */
    Optional<PageRef> ofContact(UUID contact, int page);

    /**
     * A page.
     *
     * @param sha256 of its file
     * @param rotation degrees by which its reading turned it
     * @param text what was read
     * @param words five numbers for each word of the text: confidence, left, top, width, height in pixels of the
     *     picture that was read
     */
    record PageRef(String sha256, int rotation, String text, String words) {}
}
