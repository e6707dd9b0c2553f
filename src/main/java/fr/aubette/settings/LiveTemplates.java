package fr.aubette.settings;

import fr.aubette.answer.Template;
import fr.aubette.answer.Templates;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The templates, read again within seconds after one is saved; wrong ones change nothing and the log says why. */
class LiveTemplates implements Templates {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTemplates.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ConfigurationFolder folder;
    private final Catalogue catalogue;
    private final Clock clock;
    private volatile Map<String, Template> templates;
    private volatile Instant nextLook;
    private String seen;

    LiveTemplates(ConfigurationFolder folder, Catalogue catalogue, Clock clock) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.clock = clock;
        this.seen = stamp();
        this.templates = folder.templates(catalogue);
        this.nextLook = clock.instant().plus(PAUSE);
    }

    @Override
    public Map<String, Template> all() {
        if (!clock.instant().isBefore(nextLook)) {
            look();
        }
        return templates;
    }

    private synchronized void look() {
        nextLook = clock.instant().plus(PAUSE);
        String stamp = stamp();
        if (stamp.equals(seen)) {
            return;
        }
        seen = stamp;
        try {
            templates = folder.templates(catalogue);
            LOG.info("The templates were read again");
        } catch (WrongConfiguration e) {
            LOG.error("The templates are wrong, those read before stay in force:\n{}", e.getMessage());
        }
    }

    private String stamp() {
        try (Stream<Path> files = Files.list(folder.folder().resolve("templates"))) {
            return files.sorted().map(LiveTemplates::stamp).collect(Collectors.joining(" "));
        } catch (IOException e) {
            return "absent";
        }
    }

    private static String stamp(Path file) {
        try {
            return file.getFileName() + "/" + Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
        } catch (IOException e) {
            return "absent";
        }
    }
}
