package fr.aubette.ami;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A recorded stream of the manager protocol, read from its start to its end: a file given to a person who wonders. */
public final class AmiLog {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final List<Conversation> conversations = new ArrayList<>();
    private final Conversations following = new Conversations(GRACE, LONGEST, conversations::add);
    private final AmiReader reader = new AmiReader(this::follow);
    private Instant clock;

    private AmiLog(Instant recordedAt) {
        clock = recordedAt;
    }

    /**
     * Reads a whole recording.
     *
     * @param recordedAt the time of events that bear none
     */
    public static Read read(InputStream recording, Instant recordedAt) throws IOException {
        return new AmiLog(recordedAt).readAll(recording);
    }

    private Read readAll(InputStream recording) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        for (int n = recording.read(chunk); n >= 0; n = recording.read(chunk)) {
            reader.read(chunk, 0, n);
        }
        reader.endOfStream();
        following.closeAll();
        conversations.sort(Comparator.comparing(Conversation::startedAt));
        return new Read(conversations, reader.skippedLines(), reader.droppedBlocks());
    }

    private void follow(AmiBlock block) {
        clock = block.timestamp().orElse(clock);
        following.accept(block, clock, 0);
    }

    /**
     * What a recording tells.
     *
     * @param conversations of citizens, in the order in which they began
     * @param skippedLines lines that could not be understood
     * @param droppedBlocks blocks that the recording does not finish
     */
    public record Read(List<Conversation> conversations, long skippedLines, long droppedBlocks) {

        public Read {
            conversations = List.copyOf(conversations);
        }
    }
}
