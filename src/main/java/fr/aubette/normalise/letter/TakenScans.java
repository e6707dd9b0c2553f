package fr.aubette.normalise.letter;

import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.util.Optional;

/** The scans that were taken in: where the reading finds them and to whom it says that one has been read. */
public interface TakenScans {

    /** The item that was taken in; empty when it is already dealt with or unknown, and nothing is left to read. */
    Optional<RawItem> find(IntakeId id);

    /**
     * Hands a scan whose reading has ended to the stream of intakes, in one transaction; again for the same intake is
     * harmless.
     *
     * @param text what was read, all pages: decides whether it goes to the urgent queue
     */
    void announce(IntakeId id, String text);

    /**
     * Takes a further letter of a scan in, as an intake of its own with the scan's bytes, site and day, and hands it to
     * the stream, in one transaction; again for the same letter changes nothing.
     *
     * @param letter which of the scan's letters, from 2; its reference is the scan's with {@code #} and this number
     * @param text what was read of it: decides whether it goes to the urgent queue
     */
    void enter(IntakeId scan, int letter, String text);
}
