package fr.aubette.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is read again within seconds after it is saved; a wrong one changes nothing and the log says why. What it
 * holds is no rule of the journey: a wrong one does not stop the start either.
 */
final class LiveFile<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFile.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Path file;
    private final Reader<T> reader;
    private final Clock clock;
    private volatile T content;
    private volatile Instant nextLook = Instant.MIN;
    private String seen = "";

    LiveFile(Path file, T nothing, Reader<T> reader, Clock clock) {
        this.file = file;
        this.content = nothing;
        this.reader = reader;
        this.clock = clock;
    }

    /** Reads a whole file. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    @Override
    public T get() {
        if (!clock.instant().isBefore(nextLook)) {
            look();
        }
        return content;
    }

    private synchronized void look() {
        nextLook = clock.instant().plus(PAUSE);
        String stamp = stamp();
        if (!stamp.equals(seen)) {
            seen = stamp;
            try {
                content = reader.read(file);
            } catch (IOException e) {
                LOG.error("{} is wrong, what was read before stays in force: {}", file, e.getMessage());
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
