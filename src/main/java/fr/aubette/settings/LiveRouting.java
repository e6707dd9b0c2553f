package fr.aubette.settings;

import fr.aubette.classify.Routing;
import fr.aubette.classify.RoutingSource;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of classification, read again within seconds after their file is saved. A file that is wrong changes
 * nothing: the rules in force stay, the log names its problems once, and {@link #refused()} tells health.
 */
public class LiveRouting implements RoutingSource {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRouting.class);

    private static final List<String> FILES = List.of("routing.yaml", "routing-learned.yaml", SentencePlace.FILE);
    private static final int VERSION_LENGTH = 8;

    /** How often the files' dates are looked at. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ConfigurationFolder folder;
    private final Catalogue catalogue;
    private final Clock clock;
    private volatile Routing rules;
    private volatile String version;
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
        this.version = digest();
        this.nextLook = clock.instant().plus(PAUSE);
        tellOfTheSentenceModel();
    }

    @Override
    public Routing current() {
        if (!clock.instant().isBefore(nextLook)) {
            look();
        }
        return rules;
    }

    @Override
    public String version() {
        return version;
    }

    /** Of what the files hold: the same on every hub. */
    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : FILES) {
                Path file = folder.folder().resolve(name);
                digest.update(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (IOException | NoSuchAlgorithmException e) {
            return "";
        }
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
            version = digest();
            problems = List.of();
            LOG.info("The rules of classification were read again");
            tellOfTheSentenceModel();
        } catch (WrongConfiguration e) {
            problems = e.lines();
            LOG.error("The rules of classification are wrong, those read before stay in force:\n{}", e.getMessage());
        }
    }

    /** What it lacks is no mistake of the rules: they are in force without it. */
    private void tellOfTheSentenceModel() {
        rules.sentences()
                .hindrance()
                .ifPresent(why -> LOG.warn("Messages are decided without the sentence model: {}", why));
    }

    /** Changes whenever one of the files does. */
    private String stamp() {
        StringBuilder stamp = new StringBuilder();
        FILES.stream()
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
