package fr.aubette.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of one hub. */
class HubFolderTest {

    @TempDir
    Path root = Path.of("");

    @Test
    void is_cleared_of_what_a_former_hub_left() throws IOException {
        try (HubFolder former = HubFolder.in(root)) {
            Files.createDirectory(former.scratch().resolve("scan"));
            Files.writeString(former.scratch().resolve("scan/page"), "Bonjour");
            Files.writeString(former.scratch().resolve("form.body"), "Bonjour");
        }

        try (HubFolder next = HubFolder.in(root)) {
            assertThat(next.scratch()).isEmptyDirectory();
        }
    }

    @Test
    void is_shared_with_no_other_living_hub() throws IOException {
        try (HubFolder one = HubFolder.in(root);
                HubFolder other = HubFolder.in(root)) {
            assertThat(other.scratch()).isNotEqualTo(one.scratch());
        }
    }

    @Test
    void is_taken_over_from_a_killed_process_and_never_from_a_living_one() throws Exception {
        Process living = otherHub();
        try (HubFolder own = HubFolder.in(root)) {
            assertThat(own.scratch()).isEqualTo(root.resolve("2/scratch"));
        }

        living.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        try (HubFolder own = HubFolder.in(root)) {
            assertThat(own.scratch()).isEqualTo(root.resolve("1/scratch"));
        }
    }

    /** Another process that has taken its place when this returns. */
    private Process otherHub() throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherHub.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(other.getInputStream().read()).isEqualTo('!');
        return other;
    }

    /** Takes a place and keeps it until it is killed. */
    static final class OtherHub {

        private OtherHub() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            try (HubFolder folder = HubFolder.in(Path.of(args[0]))) {
                System.out.print(Files.isDirectory(folder.scratch()) ? "!" : "?");
                System.out.flush();
                TimeUnit.MINUTES.sleep(1);
            }
        }
    }
}
