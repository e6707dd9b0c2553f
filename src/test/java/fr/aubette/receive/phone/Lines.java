package fr.aubette.receive.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of lines, for tests. */
final class Lines {

    private static final long SEGMENT = 64 * 1024;

    private Lines() {}

    /** That notices within a second what happens to its link. */
    static LineSettings quick(String name, String host, int port, String password, Path journal) {
        return new LineSettings(
                name,
                host,
                port,
                "aubette",
                password,
                journal,
                SEGMENT,
                Duration.ofMillis(300),
                Duration.ofHours(12),
                Duration.ofMillis(100),
                Duration.ofMillis(700),
                Duration.ofMillis(20),
                Optional.empty(),
                SoundSpec.NONE,
                false,
                LineSettings.PLACING);
    }

    /** With the times of a line at work, or nearly; no host: one that is told over HTTP. */
    static LineSettings steady(String host, int port, String password, Path journal, SoundSpec sounds, boolean tls) {
        return new LineSettings(
                "standard",
                host,
                port,
                "aubette",
                password,
                journal,
                SEGMENT,
                Duration.ofSeconds(2),
                Duration.ofHours(12),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofMillis(200),
                Optional.empty(),
                sounds,
                tls,
                LineSettings.PLACING);
    }
}
