package fr.aubette.normalise.letter;

import fr.aubette.model.RawItem;

/** Where the pages of a letter come from: kept as they were read, or read at once. */
public interface PageSource {

    /** The scan with a result for each of its pages, or the reason why it is refused. */
    Scan pages(RawItem item);
}
