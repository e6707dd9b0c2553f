package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.hub.MovingClock;
import fr.aubette.model.CallSound;
import fr.aubette.model.CallSounds;
import fr.aubette.model.Phone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sounds of calls, fetched from the folders of an exchange. */
class SoundReaderTest {

    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final byte[] SOUND = Waves.of(2, 1);

    @TempDir
    Path folder;

    private final TakenCalls taken = new TakenCalls();
    private final Kept kept = new Kept();
    private Path inbox;
    private Path monitor;
    private final MovingClock clock = new MovingClock(START);

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectories(folder.resolve("voicemail/cd92/3000/INBOX"));
        monitor = Files.createDirectories(folder.resolve("monitor"));
        reader().look();
    }

    @Test
    void fetchesAMessageWithItsMailboxTimeAndChannel() throws IOException {
        message("msg0000", 60, "7", SOUND);

        reader().look();

        CallSound sound = kept.sounds.get("3000/1795338060-00000000");
        assertThat(sound.content().bytes()).isEqualTo(SOUND);
        assertThat(sound.mailbox()).isEqualTo("3000");
        assertThat(sound.channel()).isEqualTo("PJSIP/trunk-00000000");
        assertThat(sound.caller()).contains("0639980105");
        assertThat(sound.at()).isEqualTo(START.plusSeconds(60));
        assertThat(sound.lasted()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void neverTakesAHalfWrittenSound() throws IOException {
        SoundReader reader = reader();
        message("msg0000", 60, "", SOUND);
        message("msg0001", 61, "5", Waves.unfinished(2));
        message("msg0002", 62, "5", java.util.Arrays.copyOf(SOUND, SOUND.length - 9_000));
        Files.writeString(inbox.resolve("msg0003.txt"), text(63, "5"));
        reader.look();
        assertThat(kept.sounds).isEmpty();

        message("msg0001", 61, "5", SOUND);
        reader.look();

        assertThat(kept.sounds).hasSize(1);
    }

    @Test
    void takesOnceAMessageWhoseNumberMovedUp() throws IOException {
        SoundReader reader = reader();
        message("msg0001", 60, "7", SOUND);
        reader.look();
        Files.move(inbox.resolve("msg0001.txt"), inbox.resolve("msg0000.txt"));
        Files.move(inbox.resolve("msg0001.wav"), inbox.resolve("msg0000.wav"));

        reader.look();
        reader().look();

        assertThat(kept.keepings).isEqualTo(1);
    }

    @Test
    void takesNothingOlderThanItsFirstStart() throws IOException {
        message("msg0000", -3600, "7", SOUND);

        reader().look();

        assertThat(kept.sounds).isEmpty();
    }

    @Test
    void makesACallOfAMessageWhoseCallNobodyHeard() throws IOException {
        SoundReader reader = reader();
        message("msg0000", 60, "7", SOUND);
        clock.set(START.plusSeconds(70));
        reader.look();
        assertThat(taken.items).isEmpty();

        clock.set(START.plus(SoundReader.PATIENCE).plusSeconds(80));
        reader.look();

        Phone call = taken.calls().get(0);
        assertThat(call.outcome()).isEqualTo(Phone.Outcome.VOICEMAIL);
        assertThat(call.caller()).contains("+33639980105");
        assertThat(call.callBack()).isTrue();
        assertThat(taken.items).containsOnlyKeys("voicemail/3000/1795338060-00000000");
    }

    @Test
    void leavesAMessageToItsCallOnceThatIsKnown() throws IOException {
        SoundReader reader = reader();
        message("msg0000", 60, "7", SOUND);
        reader.look();
        kept.calls.add("3000/1795338060-00000000");

        clock.set(START.plus(Duration.ofHours(1)));
        reader.look();

        assertThat(taken.items).isEmpty();
    }

    @Test
    void fetchesARecordingWhenItIsOver() throws IOException {
        String name = "aubette~standard~cd92rig-1795305780.0~%d.wav"
                .formatted(START.plusSeconds(5).getEpochSecond());
        Files.write(monitor.resolve(name), Waves.unfinished(3));
        SoundReader reader = reader();
        reader.look();
        assertThat(kept.sounds).isEmpty();

        Files.write(monitor.resolve(name), Waves.of(3, 1));
        reader.look();

        CallSound sound = kept.sounds.get(name);
        assertThat(sound.conversation()).contains("cd92rig-1795305780.0");
        assertThat(sound.lasted()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesNoRecordingByDefaultAndNoneOfAnotherQueue() throws IOException {
        assertThat(SoundSpec.of("/srv/voicemail", "", "").recordings()).isEmpty();
        assertThatThrownBy(() -> SoundSpec.of("", "/srv/monitor", "")).hasMessageContaining("record");
        Files.write(monitor.resolve("aubette~mdph~cd92rig-1795305780.0~1795338060.wav"), Waves.of(3, 1));
        Files.write(monitor.resolve("exten-101-20261122.wav"), Waves.of(3, 1));

        reader().look();

        assertThat(kept.sounds).isEmpty();
    }

    private SoundReader reader() throws IOException {
        SoundSpec spec =
                new SoundSpec(Optional.of(folder.resolve("voicemail")), Optional.of(monitor), Set.of("standard"));
        return new SoundReader(CallRecordsTest.settings(folder, spec), kept, taken, clock);
    }

    private void message(String name, long after, String duration, byte[] sound) throws IOException {
        Files.write(inbox.resolve(name + ".wav"), sound);
        Files.writeString(inbox.resolve(name + ".txt"), text(after, duration));
    }

    private static String text(long after, String duration) {
        long at = START.plusSeconds(after).getEpochSecond();
        String head = """
                ;
                ; Message Information file
                ;
                [message]
                origmailbox=3000
                context=from-trunk
                exten=0147293000
                callerchan=PJSIP/trunk-00000000
                callerid="Claire" <0639980105>
                origtime=%d
                category=
                msg_id=%d-00000000
                flag=
                """.formatted(at, at);
        return new String(
                (head + (duration.isEmpty() ? "" : "duration=" + duration + "\n")).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }

    private static final class Kept implements CallSounds {

        final Map<String, CallSound> sounds = new HashMap<>();
        final Set<String> calls = new HashSet<>();
        int keepings;

        @Override
        public State state(String line, String reference) {
            return calls.contains(reference) ? State.DONE : sounds.containsKey(reference) ? State.KEPT : State.NEW;
        }

        @Override
        public void keep(CallSound sound) {
            keepings++;
            sounds.put(sound.reference(), sound);
        }

        @Override
        public boolean tie(CallSound sound) {
            return calls.contains(sound.reference());
        }
    }
}
