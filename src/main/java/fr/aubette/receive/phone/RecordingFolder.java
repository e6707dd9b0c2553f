package fr.aubette.receive.phone;

import fr.aubette.model.CallSound;
import fr.aubette.model.Content;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recordings that the exchange makes of a queue's conversations: {@code aubette~QUEUE~LINKEDID~SECONDS.wav}, as the
 * dialplan names them. Those of other queues are not taken, whatever the exchange records.
 */
final class RecordingFolder {

    private static final Pattern NAME = Pattern.compile("aubette~([^~]{1,80})~([^~]{1,120})~(\\d{9,11})\\.wav");

    private final String line;
    private final Path folder;
    private final Set<String> queues;

    RecordingFolder(String line, Path folder, Set<String> queues) {
        this.line = line;
        this.folder = folder;
        this.queues = queues;
    }

    /** Those of the queues that are recorded. */
    List<Path> files() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, this::isRecorded)) {
            List<Path> files = new ArrayList<>();
            found.forEach(files::add);
            return files;
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private boolean isRecorded(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() && queues.contains(name.group(1));
    }

    /** The recording in a file; empty while it is being written. */
    Optional<CallSound> recording(Path file) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        Optional<Duration> lasted = name.matches() ? WaveFile.whole(file) : Optional.empty();
        return lasted.map(time -> new CallSound(
                line,
                name.group(),
                CallSound.Kind.RECORDING,
                "",
                "",
                Optional.of(name.group(2)),
                Optional.empty(),
                Instant.ofEpochSecond(Long.parseLong(name.group(3))),
                time,
                CallSound.WAV,
                Content.of(file)));
    }
}
