package fr.aubette.backfile;

import fr.aubette.intake.ContentStore;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.util.Optional;
import java.util.UUID;

/** Port: the stocks told to the hub, and what became of each of their files. */
public interface Stocks {

    /** The next file of the oldest stock that is neither ended nor paused; ends the stocks that have none left. */
    Optional<Item> next();

    /**
     * Whether anything of the day waits: a letter taken in that has no outcome yet, but one that waits for a person.
     */
    boolean dayWaits();

    /**
     * Writes the intake of a file, inside the caller's transaction; it is announced to nobody.
     *
     * @return empty if the file was filed before
     */
    Optional<IntakeId> enter(RawItem item, ContentStore.Kept kept);

    /** Lays a contact in a case file, inside the caller's transaction. */
    void layInCaseFile(UUID contact, String caseFile, String path);

    /** Writes what became of a file, inside the caller's transaction when it has one. */
    void end(Item item, Item.End end, Optional<IntakeId> intake);
}
