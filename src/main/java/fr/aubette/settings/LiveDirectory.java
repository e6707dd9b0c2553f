package fr.aubette.settings;

import fr.aubette.switchboard.Colleague;
import fr.aubette.switchboard.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory, read again within seconds after it is saved; a wrong one changes nothing and the log says why. */
class LiveDirectory implements Directory {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDirectory.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Path file;
    private final Clock clock;
    private volatile List<Colleague> all = List.of();
    private volatile Instant nextLook = Instant.MIN;
    private String seen = "";

    LiveDirectory(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public List<Colleague> all() {
        if (!clock.instant().isBefore(nextLook)) {
            look();
        }
        return all;
    }

    private synchronized void look() {
        nextLook = clock.instant().plus(PAUSE);
        String stamp = stamp();
        if (!stamp.equals(seen)) {
            seen = stamp;
            try {
                all = DirectoryFile.read(file);
            } catch (IOException e) {
                LOG.error("The directory is wrong, the one read before stays in force: {}", e.getMessage());
            }
        }
    }

    private String stamp() {
        try {
            return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
        } catch (IOException e) {
            return "absent";
        }
    }
}
