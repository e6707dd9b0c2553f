package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** The hub's own folder. */
@HubTest
class OwnFolderIT {

    @Value("${aubette.hub-dir}")
    Path root = Path.of("");

    @Test
    void holds_what_the_web_server_puts_aside() {
        assertThat(root.resolve("1/web/work")).isNotEmptyDirectory();
        assertThat(root.resolve("1/scratch")).isDirectory();
    }
}
