package fr.aubette.receive.phone;

import fr.aubette.ami.ToldCalls;
import fr.aubette.model.CallSound;
import fr.aubette.model.CallSounds;
import fr.aubette.model.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the sounds of calls from the exchange's folders. A message whose call nobody heard becomes a call by itself:
 * somebody left it and waits.
 *
 * <p>Only reads there; what the exchange keeps is the exchange's. At its first start it takes nothing older.
 */
final class SoundReader extends LineRounds {

    /** How long a message waits for its call, records of calls that nobody heard included. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long REST_SECONDS = 3;

    private final String line;
    private final Optional<VoicemailFolder> messages;
    private final Optional<RecordingFolder> recordings;
    private final Path since;
    private final CallSounds sounds;
    private final HandOver handOver;
    private final Clock clock;
    private final Map<String, CallSound> untied = new HashMap<>();
    private Set<String> looked = Set.of();

    SoundReader(LineSettings settings, CallSounds sounds, HandOver handOver, Clock clock) {
        super(settings.name(), "the sounds of calls", REST_SECONDS);
        this.line = settings.name();
        this.messages = settings.sounds().voicemail().map(folder -> new VoicemailFolder(line, folder));
        this.recordings = settings.sounds()
                .recordings()
                .map(folder ->
                        new RecordingFolder(line, folder, settings.sounds().recorded()));
        this.since = settings.journal().resolve("sounds.since");
        this.sounds = sounds;
        this.handOver = handOver;
        this.clock = clock;
    }

    /** Takes what is new and whole, and looks for the calls of what it has. */
    @Override
    void look() throws IOException {
        Instant from = since();
        Set<String> seen = new HashSet<>();
        if (messages.isPresent()) {
            for (Path text : messages.get().texts()) {
                if (isNew(text, seen)) {
                    take(messages.get().message(text), text, from, seen);
                }
            }
        }
        if (recordings.isPresent()) {
            for (Path file : recordings.get().files()) {
                if (isNew(file, seen)) {
                    take(recordings.get().recording(file), file, from, seen);
                }
            }
        }
        looked = seen;
        untied.values().removeIf(this::settled);
    }

    /** A file that was done with is read again only when it has become another. */
    private boolean isNew(Path file, Set<String> seen) throws IOException {
        String now = state(file);
        return !looked.contains(now) || !seen.add(now);
    }

    private static String state(Path file) throws IOException {
        return Files.exists(file) ? file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file) : "";
    }

    private void take(Optional<CallSound> found, Path file, Instant from, Set<String> seen) throws IOException {
        if (found.isEmpty()) {
            return;
        }
        CallSound sound = found.get();
        if (!sound.at().isBefore(from)) {
            CallSounds.State state = sounds.state(line, sound.reference());
            if (state == CallSounds.State.NEW) {
                sounds.keep(sound);
            }
            if (state != CallSounds.State.DONE) {
                untied.put(sound.reference(), sound.with(Content.of(new byte[0])));
            }
        }
        seen.add(state(file));
    }

    private boolean settled(CallSound sound) {
        if (sounds.tie(sound) || sounds.state(line, sound.reference()) == CallSounds.State.DONE) {
            return true;
        }
        if (sound.kind() == CallSound.Kind.VOICEMAIL
                && sound.at().plus(sound.lasted()).plus(PATIENCE).isBefore(clock.instant())) {
            ToldCalls.item(sound).ifPresent(handOver::handOver);
        }
        return false;
    }

    private Instant since() throws IOException {
        if (!Files.exists(since)) {
            Files.writeString(since, Long.toString(clock.instant().getEpochSecond()));
        }
        return Instant.ofEpochSecond(Long.parseLong(Files.readString(since).strip()));
    }
}
