package fr.aubette.backfile;

import fr.aubette.model.Person;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of a stock that waits to be read.
 *
 * @param stock which stock
 * @param number its line among all of the stock, from 1
 * @param folder of the stock
 * @param path below the folder, as the index says it
 * @param caseFile number of the case file that it belongs to, as the index says it; empty when it says none
 * @param person whose it is, as the index says
 */
public record Item(UUID stock, int number, Path folder, String path, String caseFile, Person person) {

    /** The source under which its intake and pages are known. */
    String source() {
        return "backfile-" + stock;
    }

    Path file() {
        return folder.resolve(path);
    }

    /** The same file told again is the same item, another file with the same bytes is another. */
    String reference(String sha256) {
        return number + "-" + sha256;
    }

    /** What became of it. */
    public enum State {
        /** To its citizen and case file. */
        FILED,
        /** To its case file alone: several citizens, or a name alone; a person must say who it is. */
        DOUBTFUL,
        /** To its case file alone: nobody known is so called. */
        UNKNOWN,
        /** Filed all the same, but not all of it could be read. */
        UNREADABLE,
        /** The index names a file that is not there. */
        MISSING;

        /** As in the {@code backfile_item.state} column. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An end.
     *
     * @param reason what a person must look at, in French; empty when nothing
     * @param pages how many pages it has
     */
    public record End(State state, String reason, int pages, Instant at) {}
}
