package fr.aubette.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Directorates' software that tells of persons. Prefix {@code aubette.citizens}, file {@code config/application.yaml}.
 *
 * @param sources by name
 */
@ConfigurationProperties("aubette.citizens")
record CitizenSources(@DefaultValue Map<String, DeltaSettings> sources) {

    CitizenSources {
        sources = Map.copyOf(sources);
    }

    /** The folders that are looked into, by the name of their source. */
    Map<String, Path> folders() {
        Map<String, Path> folders = new TreeMap<>();
        sources.forEach((name, settings) -> {
            if (!settings.folder().isBlank()) {
                folders.put(name, Path.of(settings.folder()));
            }
        });
        return folders;
    }
}
