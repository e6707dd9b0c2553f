package fr.aubette.intake;

import fr.aubette.model.RawItem;

/** Port: the register of what was taken. */
public interface IntakeBook {

    /**
     * Commits one row, and the announcement that puts it on its queue, for an item met for the first time; finds the
     * first row for one met again.
     *
     * @param queue where it is announced
     */
    Taken enter(RawItem item, ContentStore.Kept kept, String queue);
}
