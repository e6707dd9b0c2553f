package fr.aubette.receive.letter;

import java.util.Collection;
import java.util.List;

/**
 * Port: the files of a server that are, together, one letter. They cannot be moved away in one step: what is noted here
 * before the letter is taken says after a kill which of them are left of a letter that is safe already.
 */
public interface FetchedPages {

    /**
     * Notes the files of a letter before it is taken; what was noted of the same paths before goes.
     *
     * @param place the drop folder, by its route
     * @param source as in the letter's intake
     * @param reference as in the letter's intake
     */
    void note(String place, String source, String reference, List<Page> pages);

    /** Those noted in a drop folder whose letter was taken in. */
    List<Page> taken(String place);

    /** What is no longer there need not be known. */
    void forget(String place, Collection<String> paths);

    /**
     * A file as its server listed it.
     *
     * @param path on the server
     * @param size in bytes
     * @param written in milliseconds since 1970
     */
    record Page(String path, long size, long written) {}
}
