package fr.aubette.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;

/** A scanner of the Hôtel du Département whose drop folder the hub watches by its own route. */
public final class SceneScanner implements AutoCloseable {

    private final Path folder;
    private final SceneRoute route;

    public SceneScanner(CamelContext camel, String name, Path folder) throws Exception {
        this.folder = folder;
        route = SceneRoute.open(
                camel,
                "receive-letter",
                name,
                Map.of(
                        "folder", folder.toString(),
                        "site", "Hôtel du Département",
                        "takeWhen", "renamed",
                        "delay", "200"));
    }

    /**
     * Drops a file as a scanner does: under another name until it is whole.
     *
     * @param arrived the folder of the day on which the letters arrived
     * @param scanned when they were laid on the scanner
     */
    public void drops(String arrived, Instant scanned, byte[] pdf) throws IOException {
        Path day = Files.createDirectories(folder.resolve(arrived));
        Path unfinished = Files.write(folder.resolve(".lot.pdf"), pdf);
        Files.setLastModifiedTime(unfinished, FileTime.from(scanned));
        Files.move(unfinished, day.resolve("lot.pdf"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws Exception {
        route.close();
    }
}
