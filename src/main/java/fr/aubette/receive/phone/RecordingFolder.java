package fr.aubette.receive.phone;

import fr.aubette.model.CallSound;
import fr.aubette.model.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recordings that the hub had the exchange make: the file's name says of which call, and since when. */
final class RecordingFolder {

    private static final Pattern NAME = Pattern.compile("aubette-([A-Za-z0-9_-]+)~(\\d{1,15})\\.wav");

    private final String line;
    private final Path folder;

    RecordingFolder(String line, Path folder) {
        this.line = line;
        this.folder = folder;
    }

    /** A file's name for the conversation that is recorded from now on. */
    static String name(String conversation, Instant now) {
        String code =
                Base64.getUrlEncoder().withoutPadding().encodeToString(conversation.getBytes(StandardCharsets.UTF_8));
        return "aubette-" + code + "~" + now.toEpochMilli() + ".wav";
    }

    List<Path> files() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "aubette-*.wav")) {
            List<Path> files = new ArrayList<>();
            found.forEach(files::add);
            return files;
        } catch (NoSuchFileException none) {
            return List.of();
        }
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
                Optional.of(conversation(name.group(1))),
                Optional.empty(),
                Instant.ofEpochMilli(Long.parseLong(name.group(2))),
                time,
                CallSound.WAV,
                Content.of(file)));
    }

    private static String conversation(String code) {
        return new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8);
    }
}
