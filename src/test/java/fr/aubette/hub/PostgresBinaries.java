package fr.aubette.hub;

import fr.aubette.intake.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's programs, unpacked once for all hubs that run as a process of their own: to unpack them takes longer
 * than to start a server. The hubs of {@link HubTest} unpack their own: one test looks at the folders that they make.
 */
public final class PostgresBinaries {

    public static final Path FOLDER = Path.of("target/pgbin").toAbsolutePath();

    private PostgresBinaries() {}

    /** Has a hub with this data folder take them from there. */
    public static void lendTo(Path dataFolder) throws IOException {
        Path link = PrivateFolder.in(dataFolder.resolve("postgres")).resolve("pgbin");
        Files.createDirectories(FOLDER);
        if (!Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, FOLDER);
        }
    }
}
