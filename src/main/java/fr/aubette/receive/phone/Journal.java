package fr.aubette.receive.phone;

import fr.aubette.intake.PrivateFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one exchange sent, appended to files that are never changed: segments, in a folder of their own.
 *
 * <p>Each append is in the kernel when it returns, so that a killed process loses nothing; it is forced to the disk by
 * {@link #force}, which the reader calls once a second and before it hands a call over, so that a power cut loses at
 * most the last second, which the resynchronisation at the next login makes good for calls still going on. A segment
 * begins at each connection, so that what one broken off leaves unfinished never runs into the next.
 */
final class Journal implements Closeable {

    private final Segments segments;
    private final long segmentSize;
    private final FileChannel lockFile;
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition grown = guard.newCondition();
    private long current;
    private long length;
    private @Nullable FileChannel out;
    private boolean unforced;
    private Instant begunAt = Instant.MAX;

    private Journal(Path folder, long segmentSize, FileChannel lockFile) throws IOException {
        this.segments = new Segments(folder);
        this.segmentSize = segmentSize;
        this.lockFile = lockFile;
        this.current = segments.last();
    }

    /**
     * Opens the journal, for one process alone.
     *
     * @param segmentSize bytes after which a new segment begins
     * @throws IOException if the folder cannot be written, or another process has it
     */
    static Journal open(Path folder, long segmentSize) throws IOException {
        PrivateFolder.in(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                throw new IOException("the journal " + folder + " is in use by another process");
            }
            return new Journal(folder, segmentSize, lockFile);
        } catch (IOException | OverlappingFileLockException e) {
            lockFile.close();
            throw new IOException("the journal " + folder + " cannot be opened", e);
        }
    }

    /** Begins a segment for a connection; what comes next is the beginning of a stream. */
    void beginStream() throws IOException {
        guard.lock();
        try {
            begin(true);
        } finally {
            guard.unlock();
        }
    }

    /** Keeps these bytes. */
    void append(byte[] bytes, int count) throws IOException {
        guard.lock();
        try {
            if (out == null || length >= segmentSize) {
                begin(out == null);
            }
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
            while (rest.hasRemaining()) {
                length += channel().write(rest);
            }
            unforced = true;
            grown.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /** Begins a new segment when the present one is this old, so that what it holds of persons can be deleted. */
    void rollWhenOlder(Instant now, Duration age) throws IOException {
        guard.lock();
        try {
            if (length > 0 && Duration.between(begunAt, now).compareTo(age) > 0) {
                begin(false);
            } else if (length == 0 || begunAt.isAfter(now)) {
                begunAt = now;
            }
        } finally {
            guard.unlock();
        }
    }

    /** Has everything on the disk, past a power cut. */
    void force() throws IOException {
        FileChannel behind;
        guard.lock();
        try {
            if (!unforced) {
                return;
            }
            unforced = false;
            behind = channel();
        } finally {
            guard.unlock();
        }
        behind.force(false);
    }

    /** Waits until there is more than a reader has seen, at most this long. */
    void awaitMore(long segment, long offset, long millis) throws InterruptedException {
        guard.lock();
        try {
            if (segment == current && offset >= length || segment > current) {
                grown.await(millis, TimeUnit.MILLISECONDS);
            }
        } finally {
            guard.unlock();
        }
    }

    /** The segment that is written; readers of earlier ones go on to the next at their end. */
    long current() {
        guard.lock();
        try {
            return current;
        } finally {
            guard.unlock();
        }
    }

    Segments segments() {
        return segments;
    }

    private void begin(boolean stream) throws IOException {
        FileChannel before = out;
        if (before != null) {
            before.force(false);
            before.close();
        }
        FileChannel next = segments.create(current + 1, stream);
        current++;
        length = 0;
        begunAt = Instant.MAX;
        out = next;
        grown.signalAll();
    }

    private FileChannel channel() throws IOException {
        FileChannel channel = out;
        if (channel == null) {
            throw new IOException("the journal has no segment yet");
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        guard.lock();
        try (FileChannel unlocked = lockFile) {
            FileChannel last = out;
            if (last != null) {
                last.force(false);
                last.close();
            }
        } finally {
            guard.unlock();
        }
    }
}
