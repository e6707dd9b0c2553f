package fr.aubette.receive.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Gives refused scans back in a folder of this machine. */
@Component("refusedScans")
final class RefusedScans extends RefusedFiles {

    RefusedScans(@Qualifier("pollWatch") PollingConsumerPollStrategy watch, Refusals refusals, Clock clock) {
        super(watch, refusals, clock, "refuse-letter-");
    }

    @Override
    protected void give(Endpoint folder, List<Refusals.Refusal> refused) throws IOException {
        Path drop = ((FileEndpoint) folder).getFile().toPath();
        for (Refusals.Refusal each : refused) {
            give(drop, each);
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
            StrayNotes.write(refused, name, refusal.reason());
            Files.move(taken, refused.resolve(name), StandardCopyOption.REPLACE_EXISTING);
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
