package fr.aubette.normalise.letter;

import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.util.List;
import java.util.Optional;

/** The scans that were taken in: where the reading finds them and to whom it says that one has been read. */
public interface TakenScans {

    /** The item that was taken in; empty when it is already dealt with or unknown, and nothing is left to read. */
    Optional<RawItem> find(IntakeId id);

    /**
     * Hands a scan whose reading has ended to the stream of intakes, in one transaction; again for the same intake is
     * harmless.
     *
     * @param part the letter that this intake is
     */
    void announce(IntakeId id, Part part);

    /**
     * Takes a further letter of a scan in, as an intake of its own with the scan's bytes, site and day, and hands it to
     * the stream, in one transaction; again for the same letter changes nothing.
     *
     * @param part from 2; its reference is the scan's with {@code #} and its number
     */
    void enter(IntakeId scan, Part part);

    /**
     * Lets a letter wait until a person has said where it ends, in one transaction; nothing for one that has gone on
     * its way, or of which a person has said so.
     *
     * @param proposed pages on which another letter seems to begin
     * @param why in French
     */
    void hold(IntakeId scan, Part part, List<Integer> proposed, String why);

    /** Whether a text looks like somebody in danger: such a letter waits for nobody. */
    boolean alarming(String text);
}
