package fr.aubette.receive.phone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the sounds of calls are, and whose recordings are taken: nobody's, unless a queue says otherwise.
 *
 * @param voicemail Asterisk's {@code voicemail} spool folder, as the hub sees it; empty: messages are not fetched
 * @param recordings Asterisk's {@code monitor} spool folder, as the hub sees it
 * @param recorded queues whose recordings are taken
 */
record SoundSpec(Optional<Path> voicemail, Optional<Path> recordings, Set<String> recorded) {

    /** No sound at all. */
    static final SoundSpec NONE = new SoundSpec(Optional.empty(), Optional.empty(), Set.of());

    SoundSpec {
        recorded = Set.copyOf(recorded);
        if (recorded.isEmpty() != recordings.isEmpty()) {
            throw new IllegalArgumentException(
                    "phone line: record, the queues, and recordings, the folder, need each other");
        }
    }

    /** As {@code config/channels.yaml} says it; queues are separated by commas. */
    static SoundSpec of(String voicemail, String recordings, String record) {
        return new SoundSpec(
                folder(voicemail),
                folder(recordings),
                Arrays.stream(record.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static Optional<Path> folder(String name) {
        return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name.strip()));
    }

    boolean isNone() {
        return voicemail.isEmpty() && recordings.isEmpty();
    }
}
