package fr.aubette.intake;

import fr.aubette.model.RawItem;

/** The one door by which every channel comes in. */
public interface Intake {

    /**
     * Keeps the raw bytes and commits one row; only when this returns may the source be told "taken".
     *
     * <p>The same channel, source and reference taken again gives the first one's answer.
     *
     * @throws IntakeUnavailable if the item could not be made safe; the source keeps it and offers it again
     */
    Taken take(RawItem item);
}
