package fr.aubette.ami;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** A recorded stream of the manager protocol, read from its start to its end: a file given to a person who wonders. */
public final class AmiLog {

    /** Conversations held to be told in the order of their beginnings; of a longer recording the order is nearly so. */
    static final int MOST_HELD = 500;

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Consumer<Conversation> told;
    private final PriorityQueue<Conversation> held =
            new PriorityQueue<>(Comparator.comparing(Conversation::startedAt).thenComparing(Conversation::callId));
    private final Conversations following = new Conversations(GRACE, LONGEST, this::hold);
    private final AmiReader reader = new AmiReader(this::follow);
    private final WireClock clock;

    private AmiLog(Instant recordedAt, Consumer<Conversation> told) {
        this.clock = new WireClock(recordedAt);
        this.told = told;
    }

    /**
     * Reads a whole recording.
     *
     * @param recordedAt the time of events that bear none
     */
    public static Read read(InputStream recording, Instant recordedAt) throws IOException {
        List<Conversation> conversations = new ArrayList<>();
        Skipped skipped = read(recording, recordedAt, conversations::add);
        return new Read(conversations, skipped.lines(), skipped.blocks());
    }

    /**
     * Reads a recording of any length, holding {@value #MOST_HELD} conversations at most.
     *
     * @param recordedAt the time of events that bear none
     * @param told each conversation, in the order in which they began
     */
    public static Skipped read(InputStream recording, Instant recordedAt, Consumer<Conversation> told)
            throws IOException {
        return new AmiLog(recordedAt, told).readAll(recording);
    }

    private Skipped readAll(InputStream recording) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        for (int n = recording.read(chunk); n >= 0; n = recording.read(chunk)) {
            reader.read(chunk, 0, n);
        }
        reader.endOfStream();
        following.closeAll();
        while (!held.isEmpty()) {
            told.accept(held.remove());
        }
        return new Skipped(reader.skippedLines(), reader.droppedBlocks());
    }

    private void follow(AmiBlock block) {
        following.accept(block, clock.at(block), 0);
    }

    private void hold(Conversation over) {
        held.add(over);
        if (held.size() > MOST_HELD) {
            told.accept(held.remove());
        }
    }

    /**
     * What of a recording could not be understood.
     *
     * @param lines that were no {@code Key: value}
     * @param blocks that the recording does not finish
     */
    public record Skipped(long lines, long blocks) {}

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
