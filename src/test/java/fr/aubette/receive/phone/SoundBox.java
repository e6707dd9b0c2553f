package fr.aubette.receive.phone;

import fr.aubette.model.CallSound;
import fr.aubette.model.CallSounds;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.mail.VoiceNotices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps sounds in memory, and ties each to its call at once. */
final class SoundBox implements CallSounds {

    final Map<String, CallSound> kept = new ConcurrentHashMap<>();

    @Override
    public State state(String line, String reference) {
        return kept.containsKey(reference) ? State.DONE : State.NEW;
    }

    @Override
    public void keep(CallSound sound) throws IOException {
        kept.put(sound.reference(), sound.with(Content.of(sound.content().bytes())));
    }

    @Override
    public boolean tie(CallSound sound) {
        return kept.containsKey(sound.reference());
    }

    /** The sound in the latest mail of a folder. */
    byte[] fromMail(Path folder) throws IOException {
        try (Stream<Path> mails = Files.list(folder)) {
            Path last = mails.max(Comparator.comparing(mail -> mail.toFile().lastModified()))
                    .orElseThrow();
            RawItem mail = new RawItem(
                    ChannelKind.MAIL,
                    "accueil",
                    "1",
                    Instant.now(),
                    "message/rfc822",
                    Map.of("voicemailOf", "rig"),
                    Content.of(last));
            return new VoiceNotices().sound(mail).orElseThrow().content().bytes();
        }
    }
}
