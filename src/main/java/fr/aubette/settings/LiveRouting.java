package fr.aubette.settings;

import fr.aubette.classify.Routing;
import fr.aubette.classify.RoutingSource;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of classification, read again within seconds after their file is saved. A file that is wrong changes
 * nothing: the rules in force stay, the log names its problems once, and {@link #refused()} tells health.
 */
public class LiveRouting implements RoutingSource {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRouting.class);

    /** How often the files' dates are looked at. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ConfigurationFolder folder;
    private final Catalogue catalogue;
    private final Clock clock;
    private volatile Routing rules;
    private volatile List<String> problems = List.of();
    private volatile Instant nextLook;
    private String seen;

    /**
     * Reads the rules for the first time.
     *
     * @throws WrongConfiguration if they are wrong: without rules there is nothing to keep
     */
    public LiveRouting(ConfigurationFolder folder, Catalogue catalogue, Clock clock) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.clock = clock;
        this.seen = stamp();
        this.rules = folder.routing(catalogue);
        this.nextLook = clock.instant().plus(PAUSE);
    }

    @Override
    public Routing current() {
        if (!clock.instant().isBefore(nextLook)) {
            look();
        }
        return rules;
    }

    /** What was wrong with the file that was saved last; empty when the rules in force are those of the file. */
    public Optional<String> refused() {
        current();
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems));
    }

    private synchronized void look() {
        if (clock.instant().isBefore(nextLook)) {
            return;
        }
        nextLook = clock.instant().plus(PAUSE);
        String stamp = stamp();
        if (stamp.equals(seen)) {
            return;
        }
        seen = stamp;
        try {
            rules = folder.routing(catalogue);
            problems = List.of();
            LOG.info("The rules of classification were read again");
        } catch (WrongConfiguration e) {
            problems = e.lines();
            LOG.error("The rules of classification are wrong, those read before stay in force:\n{}", e.getMessage());
        }
    }

    /** Changes whenever one of the files does. */
    private String stamp() {
        StringBuilder stamp = new StringBuilder();
        Stream.of("routing.yaml", "routing-learned.yaml")
                .map(folder.folder()::resolve)
                .forEach(file -> stamp.append(stamp(file)).append(' '));
        return stamp.toString();
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
        } catch (IOException e) {
            return "absent";
        }
    }
}
