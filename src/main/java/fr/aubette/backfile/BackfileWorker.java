package fr.aubette.backfile;

import fr.aubette.intake.ContentStore;
import fr.aubette.lease.Leases;
import fr.aubette.lease.Rounds;
import fr.aubette.lease.StoreState;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.QuietReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the stocks that were told to the hub, one file after the other in a thread of its own, on one hub at a time.
 * Before each page it looks whether a letter of the day waits, and lets it go first.
 */
@Component
class BackfileWorker extends Rounds {

    private static final String LEASE = "backfile";
    private static final Duration REST = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(BackfileWorker.class);

    private final Stocks stocks;
    private final Filing filing;
    private final QuietReading reading;
    private final ContentStore contents;
    private final Leases leases;
    private final StoreState store;
    private final Clock clock;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    BackfileWorker(
            Stocks stocks,
            Filing filing,
            QuietReading reading,
            ContentStore contents,
            Leases leases,
            StoreState store,
            Clock clock) {
        super("backfile", REST);
        this.stocks = stocks;
        this.filing = filing;
        this.reading = reading;
        this.contents = contents;
        this.leases = leases;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        super.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        super.stop();
    }

    @Override
    protected void round() {
        try {
            if (store.ready()) {
                readAll();
            }
        } catch (Stopped | DataAccessException | TransactionException e) {
            LOG.debug("The back-file waits: {}", e.getMessage());
        }
    }

    private void readAll() {
        Optional<Item> next = stocks.next();
        while (next.isPresent() && leases.holds(LEASE)) {
            read(next.get());
            next = stocks.next();
        }
    }

    private void read(Item item) {
        Path file = item.file();
        if (!file.normalize().startsWith(item.folder().normalize())
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            end(item, Item.State.MISSING, "le fichier n'est pas là, ou n'est pas un fichier ordinaire");
            return;
        }
        waitForTheDay();
        try {
            ContentStore.Kept kept = contents.keep(Content.of(file));
            RawItem raw = raw(item, kept);
            filing.file(item, raw, kept, reading.read(raw, this::waitForTheDay));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("A file of the back-file cannot be read: {}", e.getClass().getSimpleName());
            end(item, Item.State.MISSING, "le fichier n'a pas pu être lu sur le disque");
        }
    }

    private RawItem raw(Item item, ContentStore.Kept kept) throws IOException {
        Instant written = Files.getLastModifiedTime(item.file()).toInstant();
        Instant now = clock.instant();
        return new RawItem(
                ChannelKind.LETTER,
                item.source(),
                item.reference(kept.sha256()),
                written.isAfter(now) ? now : written,
                "application/octet-stream",
                Map.of(
                        "fileName", String.valueOf(item.file().getFileName()),
                        "caseFile", item.caseFile(),
                        "backfile", item.path()),
                contents.find(kept.sha256()));
    }

    private void end(Item item, Item.State state, String reason) {
        stocks.end(item, new Item.End(state, reason, 0, clock.instant()), Optional.empty());
    }

    /** Returns once no letter of the day waits. */
    private void waitForTheDay() {
        try {
            while (stocks.dayWaits()) {
                if (stopping.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new Stopped();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
        if (stopping.getCount() == 0 || !leases.holds(LEASE)) {
            throw new Stopped();
        }
    }
}
