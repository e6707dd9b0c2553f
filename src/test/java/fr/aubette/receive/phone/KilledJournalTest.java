package fr.aubette.receive.phone;

import static org.awaitility.Awaitility.await;

import fr.aubette.ami.CallTruth;
import fr.aubette.ami.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process killed at any byte: what it left, and what the exchange sends when it comes back. */
class KilledJournalTest {

    private static final byte[] BLOCK_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a_queue_answered,6", "l_overlapping,8", "f_attended_transfer,8", "d2_queue_full,6", "n_burst,4"})
    void losesAndDoublesNothing(String name, int kills) throws Exception {
        Recording recording = Recording.of(name);
        for (int seed = 0; seed < kills; seed++) {
            TakenCalls taken = new TakenCalls();
            Path journal = folder.resolve(name + seed);
            int cut = new Random(seed).nextInt(recording.bytes().length);

            life(journal, recording.bytes(), 0, cut, taken, 0);
            tearLastHandedLine(journal);
            life(
                    journal,
                    recording.bytes(),
                    startOfBlock(recording.bytes(), cut),
                    recording.bytes().length,
                    taken,
                    recording.truths().size());

            CallTruth.expect(recording, taken.calls());
        }
    }

    /** One life of a process: it reads on from what the former one left. */
    private void life(Path folder, byte[] bytes, int from, int to, TakenCalls taken, int calls) throws Exception {
        try (Journal journal = Journal.open(folder, 64 * 1024)) {
            CallFollower follower = new CallFollower(settings(folder), journal, taken, Clock.systemUTC());
            Thread thread = new Thread(follower, "killed-journal-test");
            thread.start();
            try {
                journal.beginStream();
                for (int at = from; at < to; at += 4096) {
                    byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(to, at + 4096));
                    journal.append(chunk, chunk.length);
                }
                await().atMost(Duration.ofSeconds(20)).until(() -> taken.items.size() >= calls);
            } finally {
                follower.stop();
                thread.join(10_000);
            }
        }
    }

    /** The last call was handed over, and the process died before it could write so. */
    private static void tearLastHandedLine(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path handed :
                    files.filter(file -> file.toString().endsWith(".handed")).toList()) {
                byte[] lines = Files.readAllBytes(handed);
                Files.write(handed, Arrays.copyOf(lines, lines.length - 3));
            }
        }
    }

    private static int startOfBlock(byte[] bytes, int cut) {
        for (int at = cut - BLOCK_END.length; at > 0; at--) {
            if (Arrays.equals(bytes, at, at + BLOCK_END.length, BLOCK_END, 0, BLOCK_END.length)) {
                return at + BLOCK_END.length;
            }
        }
        return 0;
    }

    private static LineSettings settings(Path journal) {
        return Lines.quick("standard", "127.0.0.1", 5038, "secret", journal);
    }
}
