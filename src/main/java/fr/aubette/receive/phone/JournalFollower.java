package fr.aubette.receive.phone;

import fr.aubette.ami.AmiBlock;
import fr.aubette.ami.AmiReader;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a journal block by block in a thread of its own, from its oldest call to its growing end; once there, and with
 * the first stream of this run, it is live.
 */
abstract class JournalFollower implements Runnable, JournalReader.Sink {

    static final long TICK_MILLIS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(JournalFollower.class);

    private final String line;
    private final JournalReader reader;
    private final AmiReader blocks = new AmiReader(this::follow);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long liveFrom;
    private boolean live;

    /**
     * Not begun.
     *
     * @param line its name, for the log
     */
    JournalFollower(String line, Journal journal) {
        this.line = line;
        this.reader = new JournalReader(journal);
        this.liveFrom = journal.current() + 1;
    }

    /** The next block. */
    abstract void follow(AmiBlock block);

    /** What the last run left is read: told once. */
    abstract void becomesLive();

    /** Reads, and does what else is due; again and again until it is stopped. */
    abstract void step() throws IOException, InterruptedException;

    /** The journal can no longer be read; this was the last step. */
    void fails() {}

    @Override
    public final void run() {
        try (reader) {
            while (!isStopped()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("The journal of phone line {} can no longer be read; its calls stay in it", line, e);
            fails();
        }
    }

    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    void rest(long millis) throws InterruptedException {
        stopped.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean isLive() {
        return live;
    }

    void goLive() {
        if (!live) {
            live = true;
            becomesLive();
        }
    }

    JournalReader reader() {
        return reader;
    }

    AmiReader blocks() {
        return blocks;
    }

    @Override
    public final void beginStream() {
        blocks.endOfStream();
        if (reader.segment() >= liveFrom) {
            goLive();
        }
    }

    @Override
    public final void read(byte[] bytes, int length, long segment) {
        blocks.read(bytes, 0, length);
    }
}
