package fr.aubette.receive.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * After each look at a drop folder, moves what was taken and could not be read from {@code taken/} to {@code refused/},
 * with a note that says why: the mail room finds it where it lays its files.
 */
@Component("refusedScans")
final class RefusedScans implements PollingConsumerPollStrategy {

    /** How far back it looks when it begins. */
    private static final Duration BACK = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(RefusedScans.class);

    private final PollingConsumerPollStrategy watch;
    private final Refusals refusals;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    RefusedScans(@Qualifier("pollWatch") PollingConsumerPollStrategy watch, Refusals refusals, Clock clock) {
        this.watch = watch;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return watch.begin(consumer, endpoint);
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        watch.commit(consumer, endpoint, polled);
        if (endpoint instanceof FileEndpoint folder
                && consumer instanceof RouteAware aware
                && aware.getRoute() != null) {
            give(
                    aware.getRoute().getRouteId().replaceFirst("^refuse-letter-", ""),
                    folder.getFile().toPath());
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) throws Exception {
        return watch.rollback(consumer, endpoint, retries, cause);
    }

    private void give(String source, Path folder) {
        try {
            Instant since = seen.getOrDefault(source, clock.instant().minus(BACK));
            for (Refusals.Refusal refusal : refusals.since(source, since)) {
                give(folder, refusal);
                seen.put(source, refusal.at());
            }
        } catch (DataAccessException e) {
            LOG.debug("What was refused is told when PostgreSQL answers: {}", e.getMessage());
        } catch (IOException e) {
            LOG.warn(
                    "A refused file could not be moved to refused/: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Another file may have come under the same name meanwhile: only the very bytes are moved. */
    private static void give(Path folder, Refusals.Refusal refusal) throws IOException {
        Path taken = lying(folder.resolve("taken"), refusal.fileName());
        boolean same = Files.isRegularFile(taken, LinkOption.NOFOLLOW_LINKS)
                && LetterItems.sha256(taken).equals(refusal.sha256());
        if (same) {
            Path refused = Files.createDirectories(folder.resolve("refused"));
            String name = String.valueOf(taken.getFileName());
            Files.move(taken, refused.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            StrayNotes.write(refused, name, refusal.reason());
        }
    }

    /** The file that is shown under a name: its own may have what cannot be shown, or be longer. */
    private static Path lying(Path taken, String shown) throws IOException {
        Path plain = taken.resolve(shown);
        if (Files.exists(plain, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(taken)) {
            return plain;
        }
        try (Stream<Path> files = Files.list(taken)) {
            return files.filter(file ->
                            OddNames.shown(String.valueOf(file.getFileName())).equals(shown))
                    .findFirst()
                    .orElse(plain);
        }
    }
}
