package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.FetchedPages.Page;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;

/**
 * The numbered files of one letter on a server, while they are fetched.
 *
 * @param line on which they are fetched
 * @param first the one that Camel fetches itself
 * @param name of the files without their number
 * @param pages by number
 * @param markers their writer's, which go with them
 * @param patient whether they were left alone so long that one which looks cut is taken as it is
 * @param whenCut to be run when one of them looks cut
 */
record RemoteLetter(
        GenericFileOperations<Object> line,
        GenericFile<Object> first,
        String name,
        SortedMap<Integer, Page> pages,
        List<String> markers,
        boolean patient,
        Runnable whenCut) {

    /** The exchange's property that holds it. */
    static final String PROPERTY = "fetchedLetter";

    /** Changes when any of its files does, or another comes. */
    static String print(SortedMap<Integer, Page> pages) {
        return pages.values().stream().map(Page::toString).collect(Collectors.joining("/"));
    }

    /** No number is left out. */
    static boolean isComplete(SortedMap<Integer, Page> pages) {
        return pages.firstKey() <= 1 && pages.lastKey() - pages.firstKey() == pages.size() - 1;
    }

    /** When its latest file was written. */
    long written() {
        return pages.values().stream().mapToLong(Page::written).max().orElseThrow();
    }
}
