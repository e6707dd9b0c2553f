package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.normalise.letter.render.RenderPages;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rendering process once its parent was killed. */
class OrphanTest {

    @TempDir
    Path parent;

    @Test
    void ends_and_leaves_nothing_behind() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("scan"));
        Path file = Files.write(folder.resolve("scan"), Scans.pdf(3, "Bonjour, une lettre."));
        Process orphan = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RenderPages.class.getName(),
                        file.toString(),
                        folder.toString(),
                        "10",
                        "40000000",
                        "300")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        orphan.getOutputStream().close();

        await().atMost(Duration.ofSeconds(60)).until(() -> !orphan.isAlive());
        assertThat(folder).doesNotExist();
    }
}
