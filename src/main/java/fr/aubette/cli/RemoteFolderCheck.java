package fr.aubette.cli;

import fr.aubette.receive.letter.remote.RemoteTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Whether a server's drop folder lets the hub in and shows what is in it.
 *
 * @param protocol {@code sftp} or {@code ftps}
 * @param source its keys of {@code channels.yaml}, with defaults
 */
record RemoteFolderCheck(String protocol, Map<String, String> source) implements Check {

    @Override
    public Finding look() throws IOException {
        Path scratch = Files.createTempDirectory(Path.of("").toAbsolutePath(), ".aubette-doctor-");
        try {
            RemoteTrial.open(protocol, source, scratch);
            return Finding.ok("server open, folder listed", "serveur ouvert, dossier lu");
        } catch (IOException e) {
            return Finding.unopened(e);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }
}
