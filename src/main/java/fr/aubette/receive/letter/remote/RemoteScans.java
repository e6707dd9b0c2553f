package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.DropFile;
import fr.aubette.receive.letter.OddNames;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files of a server's drop folder that are fetched, whatever they hold: what is no scan is told by the one door. A
 * server may list any name, also one that leads out of the folder, holds a NUL, or stands for several files.
 */
@Component("remoteScans")
final class RemoteScans implements GenericFileFilter<Object> {

    private static final Pattern SAFE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}/)?[^/\\\\*?\\p{Cntrl}\\uFFFD]{1,200}");

    /** In bytes: what is fetched bears a longer name while it comes, and a file system takes 255. */
    private static final int LONGEST = 240;

    private static final int MANY = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(RemoteScans.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public boolean accept(GenericFile<Object> entry) {
        String name = entry.getFileNameOnly();
        if (entry.isDirectory()) {
            return DropFile.date(name).isPresent();
        }
        if (DropFile.isIgnored(name)) {
            return false;
        }
        boolean safe = isSafe(entry.getFileName());
        if (!safe && told.size() < MANY && told.add(name)) {
            LOG.warn("A file on a server is left there, its name cannot be used: {}", OddNames.shown(name));
        }
        return safe;
    }

    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && !name.equals("..")
                && !name.endsWith("/..");
    }
}
