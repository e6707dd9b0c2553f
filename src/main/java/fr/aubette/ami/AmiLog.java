package fr.aubette.ami;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A recorded stream of the manager protocol, read from its start to its end: a file given to a person who wonders. */
public final class AmiLog {

    /** Conversations held to be told in the order of their beginnings; of a longer recording the order is nearly so. */
    static final int MOST_HELD = 500;

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(12);

    private Consumer<Conversation> told;
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

    /**
     * A recording in parts, each beginning with a login: calls that a part leaves open go on in the next.
     *
     * @param recordedAt the time of events that bear none
     */
    public static Parts parts(Instant recordedAt) {
        return new Parts(recordedAt);
    }

    /** The parts of a recording, one after the other. */
    public static final class Parts {

        private final Instant recordedAt;
        private @Nullable AmiLog open;

        private Parts(Instant recordedAt) {
            this.recordedAt = recordedAt;
        }

        /** Channels of citizens that the parts read so far leave open. */
        public Set<String> open() {
            AmiLog last = open;
            return last == null ? Set.of() : last.following.callers();
        }

        /** True when this recording goes on with a call left open: it speaks of it, and not of its beginning. */
        public boolean goOnIn(InputStream recording) throws IOException {
            Set<String> left = open();
            Set<String> named = new HashSet<>();
            Set<String> begun = new HashSet<>();
            AmiReader reader = new AmiReader(block -> {
                named.add(block.event().equals("CoreShowChannelsComplete") ? "" : block.get("Linkedid") + " ");
                if (block.event().equals("Newchannel")) {
                    begun.add(block.channelId());
                }
            });
            byte[] chunk = new byte[64 * 1024];
            for (int n = recording.read(chunk); n >= 0; n = recording.read(chunk)) {
                reader.read(chunk, 0, n);
            }
            boolean lists = named.contains("");
            return left.stream().noneMatch(begun::contains)
                    && (left.stream().anyMatch(id -> named.contains(id + " ")) || lists);
        }

        /** Reads the next part; told are the calls that end in it. */
        public Skipped read(InputStream part, Consumer<Conversation> told) throws IOException {
            AmiLog log = open == null ? new AmiLog(recordedAt, told) : open;
            open = log;
            log.told = told;
            log.following.doubtAll();
            Skipped skipped = log.readPart(part);
            if (log.following.callers().isEmpty()) {
                finish();
            }
            return skipped;
        }

        /** No part follows: what is open has no end. Told as the last part's calls were. */
        public void finish() {
            AmiLog log = open;
            open = null;
            if (log != null) {
                log.finish();
            }
        }
    }

    private Skipped readAll(InputStream recording) throws IOException {
        Skipped skipped = readPart(recording);
        finish();
        return skipped;
    }

    private Skipped readPart(InputStream recording) throws IOException {
        long lines = reader.skippedLines();
        long blocks = reader.droppedBlocks();
        byte[] chunk = new byte[64 * 1024];
        for (int n = recording.read(chunk); n >= 0; n = recording.read(chunk)) {
            reader.read(chunk, 0, n);
        }
        reader.endOfStream();
        following.closeEnded();
        tellHeld();
        return new Skipped(reader.skippedLines() - lines, reader.droppedBlocks() - blocks);
    }

    private void finish() {
        following.closeAll();
        tellHeld();
    }

    private void tellHeld() {
        while (!held.isEmpty()) {
            told.accept(held.remove());
        }
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
