package fr.aubette.receive.phone;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a journal from its oldest segment on, while it grows. */
final class JournalReader implements Closeable {

    private final Journal journal;
    private final ByteBuffer chunk = ByteBuffer.allocate(64 * 1024);
    private @Nullable FileChannel in;
    private long segment;

    JournalReader(Journal journal) {
        this.journal = journal;
    }

    /** Receives what was read. */
    interface Sink {
        /** A stream begins; what the one before left unfinished stays so. */
        void beginStream();

        /** The next bytes, in this segment. */
        void read(byte[] bytes, int count, long segment);
    }

    /**
     * Reads the next chunk.
     *
     * @return false when there is nothing more for the moment
     */
    boolean readNext(Sink sink) throws IOException {
        boolean written = segment < journal.current();
        if (in != null && fill(in)) {
            sink.read(chunk.array(), chunk.position(), segment);
            return true;
        }
        return written && openNext(sink);
    }

    private boolean fill(FileChannel channel) throws IOException {
        chunk.clear();
        return channel.read(chunk) > 0;
    }

    private boolean openNext(Sink sink) throws IOException {
        Map.Entry<Long, Path> next = journal.segments().all().higherEntry(segment);
        if (next == null) {
            return false;
        }
        close();
        in = FileChannel.open(next.getValue(), StandardOpenOption.READ);
        segment = next.getKey();
        if (Segments.beginsStream(next.getValue())) {
            sink.beginStream();
        }
        return true;
    }

    /** Waits for more, at most this long. */
    void await(long millis) throws IOException, InterruptedException {
        FileChannel open = in;
        journal.awaitMore(segment, open == null ? 0 : open.position(), millis);
    }

    /** The segment that is being read; 0 before the first. */
    long segment() {
        return segment;
    }

    @Override
    public void close() throws IOException {
        FileChannel open = in;
        if (open != null) {
            open.close();
        }
        in = null;
    }
}
